CREATE EXTENSION postgres_fdw;
CREATE TABLE x (a int);
