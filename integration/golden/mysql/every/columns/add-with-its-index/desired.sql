CREATE TABLE users (id INT NOT NULL PRIMARY KEY, mail VARCHAR(40), age INT, KEY users_age (age));
