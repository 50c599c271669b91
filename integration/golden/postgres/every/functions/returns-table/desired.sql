CREATE FUNCTION f() RETURNS TABLE (a int, "we""ird Näme" text, c boolean) LANGUAGE sql AS 'SELECT 1, ''x'', true';
