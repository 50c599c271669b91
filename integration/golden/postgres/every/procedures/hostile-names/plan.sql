-- replace postgres/procedure:a b.we"ird Näme(integer): an argument that has a name keeps it

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop procedure a b.we"ird Näme(integer) (replace postgres/procedure:a b.we"ird Näme(integer))
DROP PROCEDURE "a b"."we""ird Näme"(integer);

-- 2. create procedure a b.we"ird Näme(integer) (replace postgres/procedure:a b.we"ird Näme(integer))
CREATE PROCEDURE "a b"."we""ird Näme"(revoke integer)
 LANGUAGE plpgsql
AS $function$BEGIN END$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop procedure a b.we"ird Näme(integer) (replace postgres/procedure:a b.we"ird Näme(integer))
DROP PROCEDURE "a b"."we""ird Näme"(integer);

-- 2. create procedure a b.we"ird Näme(integer) (replace postgres/procedure:a b.we"ird Näme(integer))
CREATE PROCEDURE "a b"."we""ird Näme"("grant" integer)
 LANGUAGE plpgsql
AS $function$BEGIN END$function$;
