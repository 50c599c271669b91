CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT, -- @renamed from=mail
  mail TEXT,
  name TEXT
);
CREATE INDEX users_by_mail ON users (mail);
