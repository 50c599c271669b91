-- alter postgres/function:select(text)
--   change-body body
-- replace postgres/function:we"ird Näme(integer): an argument that has a name keeps it

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function we"ird Näme(integer) (replace postgres/function:we"ird Näme(integer))
DROP FUNCTION public."we""ird Näme"(integer);

-- 2. replace function select(text) (alter postgres/function:select(text))
CREATE OR REPLACE FUNCTION public."select"(text)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 2$function$;

-- 3. create function we"ird Näme(integer) (replace postgres/function:we"ird Näme(integer))
CREATE FUNCTION public."we""ird Näme"("order" integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function we"ird Näme(integer) (replace postgres/function:we"ird Näme(integer))
DROP FUNCTION public."we""ird Näme"(integer);

-- 2. replace function select(text) (alter postgres/function:select(text))
CREATE OR REPLACE FUNCTION public."select"(text)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 3. create function we"ird Näme(integer) (replace postgres/function:we"ird Näme(integer))
CREATE FUNCTION public."we""ird Näme"("or der" integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
