-- replace index:i: it cannot stay while postgres/function:f(integer) is replaced
-- replace postgres/constraint:t.t_a_check: it cannot stay while postgres/function:f(integer) is replaced
-- replace postgres/function:f(integer): the type of a result cannot be changed

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. drop check t_a_check of table t (replace postgres/constraint:t.t_a_check)
ALTER TABLE public.t DROP CONSTRAINT t_a_check;

-- 3. drop function f(integer) (replace postgres/function:f(integer))
DROP FUNCTION public.f(integer);

-- 4. create function f(integer) (replace postgres/function:f(integer))
CREATE FUNCTION public.f(a integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT a::bigint$function$;

-- 5. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (public.f(a));

-- 6. add check t_a_check to table t (replace postgres/constraint:t.t_a_check)
--    ! blocks-reads, scans-table: reads all of table t for the check t_a_check, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((public.f(a) > 0));

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. drop check t_a_check of table t (replace postgres/constraint:t.t_a_check)
ALTER TABLE public.t DROP CONSTRAINT t_a_check;

-- 3. drop function f(integer) (replace postgres/function:f(integer))
DROP FUNCTION public.f(integer);

-- 4. create function f(integer) (replace postgres/function:f(integer))
CREATE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT a$function$;

-- 5. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (public.f(a));

-- 6. add check t_a_check to table t (replace postgres/constraint:t.t_a_check)
--    ! blocks-reads, scans-table: reads all of table t for the check t_a_check, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((public.f(a) > 0));
