-- create postgres/enum:se"lect.ta ble
-- create postgres/function:se"lect.user()
-- create postgres/function:se"lect.we"ird Näme("se""lect"\."ta ble", integer)

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. create enum se"lect.ta ble (create postgres/enum:se"lect.ta ble)
CREATE TYPE "se""lect"."ta ble" AS ENUM ('x');

-- 2. create function se"lect.user() (create postgres/function:se"lect.user())
CREATE FUNCTION "se""lect"."user"()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 3. create function se"lect.we"ird Näme("se""lect"."ta ble", integer) (create postgres/function:se"lect.we"ird Näme("se""lect"\."ta ble", integer))
CREATE FUNCTION "se""lect"."we""ird Näme"("or der" "se""lect"."ta ble" DEFAULT 'x'::"se""lect"."ta ble", "a.b" integer DEFAULT 1)
 RETURNS "se""lect"."ta ble"[]
 LANGUAGE sql
AS $function$SELECT ARRAY["or der"]$function$;

-- ==== down ====
-- batch, all or nothing

-- 1. drop function se"lect.user() (drop postgres/function:se"lect.user())
--    ! correctness, drops-routine: drops function se"lect.user(): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION "se""lect"."user"();

-- 2. drop function se"lect.we"ird Näme("se""lect"."ta ble", integer) (drop postgres/function:se"lect.we"ird Näme("se""lect"\."ta ble", integer))
--    ! correctness, drops-routine: drops function se"lect.we"ird Näme("se""lect"."ta ble", integer): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION "se""lect"."we""ird Näme"("se""lect"."ta ble", integer);

-- 3. drop enum se"lect.ta ble (drop postgres/enum:se"lect.ta ble)
--    ! correctness, drops-type: drops enum se"lect.ta ble: statements that name it fail from then on, casts among them
DROP TYPE "se""lect"."ta ble";
