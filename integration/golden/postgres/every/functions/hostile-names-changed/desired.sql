CREATE FUNCTION "we""ird Näme"("order" int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION "select"(text) RETURNS int LANGUAGE sql AS 'SELECT 2';
