-- alter postgres/procedure:p()
--   change-attributes attributes:  → SECURITY DEFINER
--   change-settings settings:  → search_path=public

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace procedure p() (alter postgres/procedure:p())
CREATE OR REPLACE PROCEDURE public.p()
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$BEGIN END$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace procedure p() (alter postgres/procedure:p())
CREATE OR REPLACE PROCEDURE public.p()
 LANGUAGE plpgsql
AS $function$BEGIN END$function$;
