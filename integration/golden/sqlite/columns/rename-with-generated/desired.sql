CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT, -- @renamed from=mail
  loud TEXT AS (upper(email)) STORED
);
