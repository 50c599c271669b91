CREATE TABLE t (id INT PRIMARY KEY, x SET('a','b','c','d','e','f','g','h'));
