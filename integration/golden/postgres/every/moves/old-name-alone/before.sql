CREATE TABLE other (id int);
CREATE SCHEMA app;
CREATE TABLE t (id int PRIMARY KEY, a int);
