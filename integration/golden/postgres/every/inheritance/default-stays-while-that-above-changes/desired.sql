CREATE TABLE above (id int, m int DEFAULT 1, n int DEFAULT 2);
CREATE TABLE below (x int, m int DEFAULT 2) INHERITS (above);
