CREATE FUNCTION f(a int) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
CREATE FUNCTION g(a int) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE TABLE t (id int) PARTITION BY RANGE (id);
CREATE SCHEMA app;
CREATE FUNCTION app.h(a int) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
CREATE TABLE fresh (id int);
