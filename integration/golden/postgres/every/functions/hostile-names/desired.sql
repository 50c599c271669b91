CREATE SCHEMA "se""lect";
CREATE TYPE "se""lect"."ta ble" AS ENUM ('x');
CREATE FUNCTION "se""lect"."we""ird Näme"("or der" "se""lect"."ta ble" DEFAULT 'x', "a.b" int DEFAULT 1) RETURNS "se""lect"."ta ble"[] LANGUAGE sql AS 'SELECT ARRAY["or der"]';
CREATE FUNCTION "se""lect"."user"() RETURNS int LANGUAGE sql AS 'SELECT 1';
