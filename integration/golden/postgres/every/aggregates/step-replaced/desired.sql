CREATE FUNCTION step(t int, n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT t + n';
CREATE AGGREGATE total(int) (SFUNC = step, STYPE = int, INITCOND = '0');
