CREATE TABLE t (a int CONSTRAINT "must have a" NOT NULL, b int NOT NULL, c int);
