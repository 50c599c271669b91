CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT -- @renamed from=mail
);
CREATE UNIQUE INDEX users_by_mail ON users (email COLLATE NOCASE) WHERE email IS NOT NULL;
