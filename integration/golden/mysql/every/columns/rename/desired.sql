CREATE TABLE users (
  id INT NOT NULL PRIMARY KEY,
  -- @renamed from=mail
  email VARCHAR(40)
);
