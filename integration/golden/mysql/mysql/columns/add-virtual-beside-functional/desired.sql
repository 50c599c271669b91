CREATE TABLE t (id INT PRIMARY KEY, a INT, v INT AS (a) VIRTUAL, KEY functional ((a + 1)));
