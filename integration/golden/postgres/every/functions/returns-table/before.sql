CREATE FUNCTION f() RETURNS TABLE (a int, "we""ird Näme" text) LANGUAGE sql AS 'SELECT 1, ''x''';
