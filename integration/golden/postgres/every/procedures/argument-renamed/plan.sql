-- replace postgres/procedure:p(integer, text): an argument that has a name keeps it

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop procedure p(integer, text) (replace postgres/procedure:p(integer, text))
DROP PROCEDURE public.p(integer, text);

-- 2. create procedure p(integer, text) (replace postgres/procedure:p(integer, text))
CREATE PROCEDURE public.p(a integer, c text DEFAULT 'x'::text)
 LANGUAGE plpgsql
AS $function$BEGIN END$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop procedure p(integer, text) (replace postgres/procedure:p(integer, text))
DROP PROCEDURE public.p(integer, text);

-- 2. create procedure p(integer, text) (replace postgres/procedure:p(integer, text))
CREATE PROCEDURE public.p(a integer, b text DEFAULT 'x'::text)
 LANGUAGE plpgsql
AS $function$BEGIN END$function$;
