CREATE SCHEMA "a b";
CREATE FUNCTION "a b"."or"(s int, n int) RETURNS int LANGUAGE sql AS 'SELECT s';
