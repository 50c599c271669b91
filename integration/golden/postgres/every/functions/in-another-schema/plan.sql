-- alter postgres/function:app.f(integer)
--   change-body body
-- create postgres/function:app.g()

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function app.f(integer) (alter postgres/function:app.f(integer))
CREATE OR REPLACE FUNCTION app.f(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 2$function$;

-- 2. create function app.g() (create postgres/function:app.g())
CREATE FUNCTION app.g()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT app.f(1)$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function app.g() (drop postgres/function:app.g())
--    ! correctness, drops-routine: drops function app.g(): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION app.g();

-- 2. replace function app.f(integer) (alter postgres/function:app.f(integer))
CREATE OR REPLACE FUNCTION app.f(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
