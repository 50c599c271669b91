CREATE TABLE t (a int NOT NULL CONSTRAINT "only one" UNIQUE, b text);
