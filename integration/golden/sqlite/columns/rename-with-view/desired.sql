CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT -- @renamed from=mail
);
CREATE VIEW contacts AS SELECT id, email AS address FROM users WHERE email <> '';
