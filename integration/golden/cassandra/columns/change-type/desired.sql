CREATE TABLE users (id int PRIMARY KEY, name blob);
