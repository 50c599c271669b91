-- alter postgres/function:f(integer[])
--   change-arguments arguments: VARIADIC a integer[] → a integer[]
-- create postgres/function:g(text)

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function f(integer[]) (alter postgres/function:f(integer[]))
CREATE OR REPLACE FUNCTION public.f(a integer[])
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT a[1]$function$;

-- 2. create function g(text) (create postgres/function:g(text))
CREATE FUNCTION public.g(INOUT a text)
 RETURNS text
 LANGUAGE sql
AS $function$SELECT a$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function g(text) (drop postgres/function:g(text))
--    ! correctness, drops-routine: drops function g(text): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.g(text);

-- 2. replace function f(integer[]) (alter postgres/function:f(integer[]))
CREATE OR REPLACE FUNCTION public.f(VARIADIC a integer[])
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT a[1]$function$;
