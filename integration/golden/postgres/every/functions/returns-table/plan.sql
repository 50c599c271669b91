-- replace postgres/function:f(): the type of a result cannot be changed

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f() (replace postgres/function:f())
DROP FUNCTION public.f();

-- 2. create function f() (replace postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS TABLE(a integer, "we""ird Näme" text, c boolean)
 LANGUAGE sql
AS $function$SELECT 1, 'x', true$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f() (replace postgres/function:f())
DROP FUNCTION public.f();

-- 2. create function f() (replace postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS TABLE(a integer, "we""ird Näme" text)
 LANGUAGE sql
AS $function$SELECT 1, 'x'$function$;
