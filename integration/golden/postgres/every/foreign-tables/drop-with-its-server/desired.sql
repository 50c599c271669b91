CREATE TABLE x (a int);
CREATE EXTENSION postgres_fdw;
