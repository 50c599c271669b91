CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE, -- @renamed from=mail
  age TEXT CHECK (age <> ''),
  state TEXT DEFAULT 'fresh',
  token TEXT DEFAULT (lower('ABC')),
  loud TEXT AS (upper(email)) STORED
);
CREATE INDEX users_by_mail ON users (email);
