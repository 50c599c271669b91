-- replace postgres/function:f(integer): the type of a result cannot be changed
-- alter table:t
--   drop-column columns.b: b integer GENERATED ALWAYS AS (public.f(a)) STORED
--   add-column columns.b: b integer GENERATED ALWAYS AS (public.f(a)) STORED

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f(integer) (replace postgres/function:f(integer))
ALTER TABLE public.t DROP COLUMN b;
DROP FUNCTION public.f(integer);

-- 2. create function f(integer) (replace postgres/function:f(integer))
CREATE FUNCTION public.f(a integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT a::bigint$function$;

-- 3. add column b of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column b; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN b integer GENERATED ALWAYS AS (public.f(a)) STORED;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f(integer) (replace postgres/function:f(integer))
ALTER TABLE public.t DROP COLUMN b;
DROP FUNCTION public.f(integer);

-- 2. create function f(integer) (replace postgres/function:f(integer))
CREATE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT a$function$;

-- 3. add column b of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column b; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN b integer GENERATED ALWAYS AS (public.f(a)) STORED;
