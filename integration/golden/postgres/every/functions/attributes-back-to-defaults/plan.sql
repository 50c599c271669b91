-- alter postgres/function:f()
--   change-attributes attributes: STABLE STRICT PARALLEL RESTRICTED COST 9 → 

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function f() (alter postgres/function:f())
CREATE OR REPLACE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function f() (alter postgres/function:f())
CREATE OR REPLACE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
 STABLE STRICT PARALLEL RESTRICTED COST 9
AS $function$SELECT 1$function$;
