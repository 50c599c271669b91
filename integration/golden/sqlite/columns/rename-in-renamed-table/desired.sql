-- @renamed from=people
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT -- @renamed from=mail
);
CREATE INDEX by_mail ON users (email);
