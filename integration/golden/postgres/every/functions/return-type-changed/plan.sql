-- replace postgres/function:f(integer): the type of a result cannot be changed

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f(integer) (replace postgres/function:f(integer))
DROP FUNCTION public.f(integer);

-- 2. create function f(integer) (replace postgres/function:f(integer))
CREATE FUNCTION public.f(a integer)
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT 1::bigint$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f(integer) (replace postgres/function:f(integer))
DROP FUNCTION public.f(integer);

-- 2. create function f(integer) (replace postgres/function:f(integer))
CREATE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
