-- replace postgres/procedure:p(integer): the type of a result cannot be changed

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop procedure p(integer) (replace postgres/procedure:p(integer))
DROP PROCEDURE public.p(integer, OUT integer);

-- 2. create procedure p(integer) (replace postgres/procedure:p(integer))
CREATE PROCEDURE public.p(a integer, OUT b integer, OUT c text)
 LANGUAGE plpgsql
AS $function$BEGIN b := a; END$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop procedure p(integer) (replace postgres/procedure:p(integer))
DROP PROCEDURE public.p(integer, OUT integer, OUT text);

-- 2. create procedure p(integer) (replace postgres/procedure:p(integer))
CREATE PROCEDURE public.p(a integer, OUT b integer)
 LANGUAGE plpgsql
AS $function$BEGIN b := a; END$function$;
