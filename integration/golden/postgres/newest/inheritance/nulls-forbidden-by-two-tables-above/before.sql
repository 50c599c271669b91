CREATE TABLE a (x int NOT NULL, id int);
CREATE TABLE z (x int NOT NULL, y int);
CREATE TABLE d (x int NOT NULL) INHERITS (a, z);
