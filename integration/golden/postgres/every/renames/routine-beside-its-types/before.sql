CREATE SCHEMA app;
CREATE TYPE app.pair AS (a int);
CREATE DOMAIN app.d AS int;
CREATE TABLE app.t (a int);
CREATE FUNCTION app.f1(app.pair) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION app.f2(app.d[], app.pair) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION app.f2(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION app.f3(app.t) RETURNS app.d LANGUAGE sql AS 'SELECT 1::app.d';
CREATE AGGREGATE app.ag(app.d) (SFUNC = int4pl, STYPE = int);
