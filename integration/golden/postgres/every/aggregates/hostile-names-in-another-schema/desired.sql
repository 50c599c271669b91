CREATE SCHEMA "a b";
CREATE FUNCTION "a b"."or"(s int, n int) RETURNS int LANGUAGE sql AS 'SELECT s';
CREATE AGGREGATE "a b"."we""ird Näme"("x y" int) (SFUNC = "a b"."or", STYPE = int, INITCOND = '7');
