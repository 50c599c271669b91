CREATE TABLE t (id int NOT NULL, a int DEFAULT 2, c text);
CREATE TABLE u (x t);
