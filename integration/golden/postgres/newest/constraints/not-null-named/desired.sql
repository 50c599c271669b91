CREATE TABLE t (a int CONSTRAINT "must have a" NOT NULL, b int CONSTRAINT b_there NOT NULL, c int CONSTRAINT c_there NOT NULL);
