-- create postgres/function:f()
-- alter table:t
--   add-column columns.n: n bigint DEFAULT public.f()

-- ==== up ====
-- batch, all or nothing

-- 1. create function f() (create postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT count(t.id) AS count
    FROM public.t;
END;

-- 2. add column n of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column n; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN n bigint DEFAULT public.f();

-- ==== down ====
-- batch, all or nothing

-- 1. drop column n of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.n with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN n;

-- 2. drop function f() (drop postgres/function:f())
--    ! correctness, drops-routine: drops function f(): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.f();
