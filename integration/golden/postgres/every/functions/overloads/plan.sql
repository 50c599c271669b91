-- create postgres/function:f(date)
-- drop postgres/function:f(integer)
-- alter postgres/function:f(text)
--   change-body body

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f(integer) (drop postgres/function:f(integer))
--    ! correctness, drops-routine: drops function f(integer): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.f(integer);

-- 2. create function f(date) (create postgres/function:f(date))
CREATE FUNCTION public.f(a date)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 3$function$;

-- 3. replace function f(text) (alter postgres/function:f(text))
CREATE OR REPLACE FUNCTION public.f(a text)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f(date) (drop postgres/function:f(date))
--    ! correctness, drops-routine: drops function f(date): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.f(date);

-- 2. create function f(integer) (create postgres/function:f(integer))
CREATE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 3. replace function f(text) (alter postgres/function:f(text))
CREATE OR REPLACE FUNCTION public.f(a text)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 2$function$;
