-- drop postgres/function:f(integer)
-- create postgres/procedure:f(integer)

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f(integer) (drop postgres/function:f(integer))
--    ! correctness, drops-routine: drops function f(integer): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.f(integer);

-- 2. create procedure f(integer) (create postgres/procedure:f(integer))
CREATE PROCEDURE public.f(a integer)
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop procedure f(integer) (drop postgres/procedure:f(integer))
--    ! correctness, drops-routine: drops procedure f(integer): statements that call it fail from then on, also those in the bodies of others
DROP PROCEDURE public.f(integer);

-- 2. create function f(integer) (create postgres/function:f(integer))
CREATE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
