-- alter postgres/function:f()
--   change-attributes attributes: ROWS 20 → 

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function f() (alter postgres/function:f())
CREATE OR REPLACE FUNCTION public.f()
 RETURNS SETOF integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function f() (alter postgres/function:f())
CREATE OR REPLACE FUNCTION public.f()
 RETURNS SETOF integer
 LANGUAGE sql
 ROWS 20
AS $function$SELECT 1$function$;
