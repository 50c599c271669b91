-- create postgres/function:f(integer)

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. create function f(integer) (create postgres/function:f(integer))
CREATE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT a + 1$function$;

-- ==== down ====
-- batch, all or nothing

-- 1. drop function f(integer) (drop postgres/function:f(integer))
--    ! correctness, drops-routine: drops function f(integer): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.f(integer);
