-- alter postgres/function:f(integer, integer)
--   change-arguments arguments: a integer, b integer DEFAULT 1 → a integer DEFAULT 7, b integer DEFAULT 2

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function f(integer, integer) (alter postgres/function:f(integer, integer))
CREATE OR REPLACE FUNCTION public.f(a integer DEFAULT 7, b integer DEFAULT 2)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f(integer, integer) (replace postgres/function:f(integer, integer))
DROP FUNCTION public.f(integer, integer);

-- 2. create function f(integer, integer) (replace postgres/function:f(integer, integer))
CREATE FUNCTION public.f(a integer, b integer DEFAULT 1)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
