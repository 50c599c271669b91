CREATE FUNCTION one_more(s bigint) RETURNS bigint LANGUAGE sql AS 'SELECT s + 1';
