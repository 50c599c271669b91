CREATE FUNCTION f(a int, OUT b int, OUT c int) RETURNS record LANGUAGE sql AS 'SELECT 1, 2';
