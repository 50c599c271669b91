CREATE TABLE users (id INT NOT NULL PRIMARY KEY, mail VARCHAR(40), CONSTRAINT mailed CHECK (mail <> ''), size INT AS (CHAR_LENGTH(mail)) VIRTUAL, KEY by_mail (mail));
