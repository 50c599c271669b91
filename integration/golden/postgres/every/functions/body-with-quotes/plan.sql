-- alter postgres/function:f()
--   change-language language: sql → plpgsql
--   change-body body

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function f() (alter postgres/function:f())
CREATE OR REPLACE FUNCTION public.f()
 RETURNS text
 LANGUAGE plpgsql
AS $function1$
BEGIN
  RETURN $function$it's a \ "thing"$function$;
END
$function1$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function f() (alter postgres/function:f())
CREATE OR REPLACE FUNCTION public.f()
 RETURNS text
 LANGUAGE sql
AS $function$SELECT 1$function$;
