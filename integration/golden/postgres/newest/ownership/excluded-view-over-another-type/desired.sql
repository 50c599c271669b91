CREATE TABLE users (id int PRIMARY KEY, age bigint);
