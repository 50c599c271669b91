CREATE TABLE users (
  id INT NOT NULL PRIMARY KEY,
  -- @renamed from=mail
  email VARCHAR(40)
);
CREATE VIEW mails AS SELECT email FROM users;
