CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  made TEXT DEFAULT (datetime('now')),
  number INTEGER DEFAULT (abs(-1))
) STRICT;
