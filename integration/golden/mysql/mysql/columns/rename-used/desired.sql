CREATE TABLE users (
  id INT NOT NULL PRIMARY KEY,
  -- @renamed from=mail
  email VARCHAR(40),
  CONSTRAINT mailed CHECK (email <> ''),
  size INT AS (CHAR_LENGTH(email)) VIRTUAL,
  KEY by_mail (email)
);
