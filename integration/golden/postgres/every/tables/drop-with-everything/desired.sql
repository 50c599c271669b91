CREATE TABLE child (id int PRIMARY KEY, parent int);
