CREATE TABLE users (id INT NOT NULL PRIMARY KEY, mail VARCHAR(40), size INT AS (CHAR_LENGTH(mail)) VIRTUAL, note VARCHAR(9), KEY by_size (size));
