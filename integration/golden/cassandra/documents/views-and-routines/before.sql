CREATE TABLE users (id int PRIMARY KEY, mail text, score int);
