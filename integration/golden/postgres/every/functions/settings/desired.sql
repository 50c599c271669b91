CREATE FUNCTION f() RETURNS int LANGUAGE sql SET search_path = app, "We""ird", pg_temp SET work_mem = '64kB' AS 'SELECT 1';
