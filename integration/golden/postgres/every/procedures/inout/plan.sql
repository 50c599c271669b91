-- drop postgres/procedure:p(integer)
-- create postgres/procedure:p(integer, integer)

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop procedure p(integer) (drop postgres/procedure:p(integer))
--    ! correctness, drops-routine: drops procedure p(integer): statements that call it fail from then on, also those in the bodies of others
DROP PROCEDURE public.p(integer);

-- 2. create procedure p(integer, integer) (create postgres/procedure:p(integer, integer))
CREATE PROCEDURE public.p(INOUT a integer, INOUT b integer)
 LANGUAGE plpgsql
AS $function$BEGIN a := 1; END$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop procedure p(integer, integer) (drop postgres/procedure:p(integer, integer))
--    ! correctness, drops-routine: drops procedure p(integer, integer): statements that call it fail from then on, also those in the bodies of others
DROP PROCEDURE public.p(integer, integer);

-- 2. create procedure p(integer) (create postgres/procedure:p(integer))
CREATE PROCEDURE public.p(INOUT a integer)
 LANGUAGE plpgsql
AS $function$BEGIN a := 1; END$function$;
