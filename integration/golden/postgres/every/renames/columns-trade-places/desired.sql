CREATE TABLE t (id int, b int, a text, d date);
