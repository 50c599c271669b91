CREATE TABLE t (a int DEFAULT 0 CHECK (a >= 0), b int);
CREATE INDEX t_a ON t (a) WHERE a > 2;
