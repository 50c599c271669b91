CREATE FUNCTION one_more(s bigint) RETURNS bigint LANGUAGE sql AS 'SELECT s + 1';
CREATE AGGREGATE how_many(*) (SFUNC = one_more, STYPE = bigint, INITCOND = '0');
