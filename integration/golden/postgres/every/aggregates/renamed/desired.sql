CREATE FUNCTION step(s int, n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT s + n';
CREATE AGGREGATE grand_total(int) (SFUNC = step, STYPE = int, INITCOND = '0');
