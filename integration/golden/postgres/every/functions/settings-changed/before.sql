CREATE FUNCTION f() RETURNS int LANGUAGE sql SET search_path = '' SET work_mem = '64kB' AS 'SELECT 1';
