CREATE TABLE above (id int, m int DEFAULT 2, n int DEFAULT 1);
CREATE TABLE below (x int, n int DEFAULT 2) INHERITS (above);
