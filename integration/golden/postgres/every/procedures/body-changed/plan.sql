-- alter postgres/procedure:p(integer)
--   change-body body

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace procedure p(integer) (alter postgres/procedure:p(integer))
CREATE OR REPLACE PROCEDURE public.p(a integer)
 LANGUAGE sql
AS $function$INSERT INTO t VALUES (a + 1)$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace procedure p(integer) (alter postgres/procedure:p(integer))
CREATE OR REPLACE PROCEDURE public.p(a integer)
 LANGUAGE sql
AS $function$INSERT INTO t VALUES (a)$function$;
