-- alter postgres/function:f()
--   change-settings settings:  → search_path=app, "We""ird", pg_temp; work_mem=64kB

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function f() (alter postgres/function:f())
CREATE OR REPLACE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
 SET search_path TO 'app', 'We"ird', 'pg_temp'
 SET work_mem TO '64kB'
AS $function$SELECT 1$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function f() (alter postgres/function:f())
CREATE OR REPLACE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
