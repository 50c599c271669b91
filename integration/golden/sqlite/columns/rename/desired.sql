CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT -- @renamed from=mail
);
