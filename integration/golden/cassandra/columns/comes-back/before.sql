CREATE TABLE users (id int PRIMARY KEY, name text, mail text); ALTER TABLE users DROP mail;
