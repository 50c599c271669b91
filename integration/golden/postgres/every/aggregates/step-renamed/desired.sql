CREATE FUNCTION next_sum(s int, n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT s + n';
CREATE AGGREGATE total(int) (SFUNC = next_sum, STYPE = int, INITCOND = '0');
