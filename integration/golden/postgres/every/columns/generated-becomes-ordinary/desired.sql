CREATE TABLE t (a int, b int DEFAULT 5);
CREATE INDEX t_b ON t (b);
