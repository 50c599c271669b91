CREATE TABLE t (a int, b int, c date, d numeric(5,1), e int, f int[]);
