CREATE TABLE t (a INT PRIMARY KEY, b VARCHAR(10) COLLATE latin1_swedish_ci, c VARCHAR(10) CHARACTER SET ascii COLLATE ascii_general_ci) COLLATE ascii_general_ci;
