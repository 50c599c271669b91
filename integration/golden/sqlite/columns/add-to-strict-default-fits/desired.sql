CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  age INTEGER DEFAULT '7',
  share REAL DEFAULT 1,
  name TEXT NOT NULL DEFAULT 5,
  token BLOB DEFAULT x'00',
  other ANY DEFAULT 'x',
  seen TEXT AS (name || '!'),
  copied INT AS (age)
) STRICT;
