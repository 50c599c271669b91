CREATE TABLE t (id INT PRIMARY KEY, a INT, KEY functional ((a + 1)));
