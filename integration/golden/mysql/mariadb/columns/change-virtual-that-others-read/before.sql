CREATE TABLE read_by_virtual (id INT PRIMARY KEY, a INT, v INT AS (a + 1) VIRTUAL, w INT AS (v * 2) VIRTUAL);
CREATE TABLE stored_by_way (id INT PRIMARY KEY, a INT, v INT AS (a + 1) VIRTUAL, w INT AS (v * 2) VIRTUAL, s INT AS (w * 3) STORED);
CREATE TABLE indexed_by_way (id INT PRIMARY KEY, a INT, v INT AS (a + 1) VIRTUAL, w INT AS (v * 2) VIRTUAL, x INT AS (w * 2) VIRTUAL, KEY by_x (x));
