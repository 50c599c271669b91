CREATE TABLE users (id INT NOT NULL PRIMARY KEY, mail VARCHAR(40), size INT AS (CHAR_LENGTH(mail)) VIRTUAL, KEY by_size (size, id), CONSTRAINT sized CHECK (size < 40));
CREATE VIEW sizes AS SELECT id, size FROM users;
