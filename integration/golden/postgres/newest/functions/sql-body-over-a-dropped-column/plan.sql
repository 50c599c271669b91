-- replace postgres/function:f(): it cannot stay while table:t is altered
-- alter table:t
--   drop-column columns.a: a integer

-- ==== up ====
-- batch, all or nothing

-- 1. drop function f() (replace postgres/function:f())
DROP FUNCTION public.f();

-- 2. drop column a of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.a with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN a;

-- 3. create function f() (replace postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
RETURN (SELECT count(t.b) AS count FROM public.t);

-- The way down does not bring back:
--   alter table:t: drops column t.a with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add column a of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN a integer;

-- 2. replace function f() (alter postgres/function:f())
CREATE OR REPLACE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
RETURN (SELECT count(t.a) AS count FROM public.t);
