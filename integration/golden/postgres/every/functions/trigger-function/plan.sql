-- alter postgres/function:tr()
--   change-body body

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function tr() (alter postgres/function:tr())
CREATE OR REPLACE FUNCTION public.tr()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.changed := now();
  RETURN NEW;
END
$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function tr() (alter postgres/function:tr())
CREATE OR REPLACE FUNCTION public.tr()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN NEW; END $function$;
