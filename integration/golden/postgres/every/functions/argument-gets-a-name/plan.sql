-- alter postgres/function:f(integer)
--   change-arguments arguments: integer → a integer

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function f(integer) (alter postgres/function:f(integer))
CREATE OR REPLACE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f(integer) (replace postgres/function:f(integer))
DROP FUNCTION public.f(integer);

-- 2. create function f(integer) (replace postgres/function:f(integer))
CREATE FUNCTION public.f(integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
