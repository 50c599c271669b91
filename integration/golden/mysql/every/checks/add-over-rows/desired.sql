CREATE TABLE users (id INT NOT NULL PRIMARY KEY, mail VARCHAR(40), CONSTRAINT mailed CHECK (mail <> 'ada@example.org'));
