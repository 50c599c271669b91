-- @renamed from=people
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT UNIQUE -- @renamed from=mail
);
CREATE VIEW a AS SELECT id, email FROM users;
CREATE VIEW b AS SELECT email FROM a;
