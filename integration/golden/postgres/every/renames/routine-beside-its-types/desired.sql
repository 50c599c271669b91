CREATE SCHEMA app;
-- @renamed from=pair
CREATE TYPE app.pair2 AS (a int);
-- @renamed from=d
CREATE DOMAIN app.d2 AS int;
-- @renamed from=t
CREATE TABLE app.t2 (a int);
-- @renamed from=f1
CREATE FUNCTION app.g1(app.pair2) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- @renamed from=f2
CREATE FUNCTION app.g2(app.d2[], app.pair2) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION app.g2(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- @renamed from=f3
CREATE FUNCTION app.g3(app.t2) RETURNS app.d2 LANGUAGE sql AS 'SELECT 1::app.d2';
-- @renamed from=ag
CREATE AGGREGATE app.ag2(app.d2) (SFUNC = int4pl, STYPE = int);
