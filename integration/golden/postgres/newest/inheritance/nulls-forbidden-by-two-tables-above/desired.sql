CREATE TABLE a (x int, id int);
CREATE TABLE z (x int, y int);
CREATE TABLE d () INHERITS (a, z);
