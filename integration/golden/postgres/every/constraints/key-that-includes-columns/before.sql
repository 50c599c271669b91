CREATE TABLE t (a int, b int, c text, CONSTRAINT k UNIQUE (a));
