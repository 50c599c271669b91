-- replace postgres/function:f(): it cannot stay while table:t is altered
-- alter table:t
--   change-type columns.a.type: integer → bigint

-- ==== up ====
-- batch, all or nothing

-- 1. drop function f() (replace postgres/function:f())
DROP FUNCTION public.f();

-- 2. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;

-- 3. create function f() (replace postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
RETURN (SELECT count(t.a) AS count FROM public.t);

-- ==== down ====
-- batch, all or nothing

-- 1. drop function f() (replace postgres/function:f())
DROP FUNCTION public.f();

-- 2. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 3. create function f() (replace postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
RETURN (SELECT count(t.a) AS count FROM public.t);
