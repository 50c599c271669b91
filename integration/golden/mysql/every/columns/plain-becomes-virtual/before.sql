CREATE TABLE users (id INT NOT NULL PRIMARY KEY, mail VARCHAR(40), size INT, note VARCHAR(9), KEY by_size (size));
