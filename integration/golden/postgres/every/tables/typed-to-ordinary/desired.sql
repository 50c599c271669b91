CREATE TABLE points (x int PRIMARY KEY, y int);
