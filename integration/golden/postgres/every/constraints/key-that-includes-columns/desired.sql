CREATE TABLE t (a int, b int, c text, CONSTRAINT k UNIQUE (a) INCLUDE (b, c), CONSTRAINT pk PRIMARY KEY (b) INCLUDE (c));
