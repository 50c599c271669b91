-- replace postgres/function:S-2.f(): the type of a result cannot be changed
-- rename schema:S-2 from schema:s

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function s.f() (replace postgres/function:S-2.f())
ALTER DOMAIN s.d DROP DEFAULT;
ALTER TABLE s.t ALTER COLUMN id DROP DEFAULT;
DROP FUNCTION s.f();

-- 2. rename schema s to S-2 (rename schema:S-2)
--    ! correctness, breaks-clients: renames schema s to S-2: statements that still say s fail from then on
ALTER SCHEMA s RENAME TO "S-2";

-- 3. create function S-2.f() (replace postgres/function:S-2.f())
CREATE FUNCTION "S-2".f()
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT 1::bigint$function$;
ALTER DOMAIN "S-2".d SET DEFAULT "S-2".f();
ALTER TABLE "S-2".t ALTER COLUMN id SET DEFAULT "S-2".f();

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function S-2.f() (replace postgres/function:s.f())
ALTER DOMAIN "S-2".d DROP DEFAULT;
ALTER TABLE "S-2".t ALTER COLUMN id DROP DEFAULT;
DROP FUNCTION "S-2".f();

-- 2. rename schema S-2 to s (rename schema:s)
--    ! correctness, breaks-clients: renames schema S-2 to s: statements that still say S-2 fail from then on
ALTER SCHEMA "S-2" RENAME TO s;

-- 3. create function s.f() (replace postgres/function:s.f())
CREATE FUNCTION s.f()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
ALTER DOMAIN s.d SET DEFAULT s.f();
ALTER TABLE s.t ALTER COLUMN id SET DEFAULT s.f();
