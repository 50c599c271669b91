-- alter postgres/function:f()
--   change-attributes attributes:  → IMMUTABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL SAFE COST 5

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function f() (alter postgres/function:f())
CREATE OR REPLACE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL SAFE COST 5
AS $function$SELECT 1$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function f() (alter postgres/function:f())
CREATE OR REPLACE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
