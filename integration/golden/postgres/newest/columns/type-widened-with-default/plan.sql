-- alter table:t
--   change-type columns.n.type: integer → bigint
-- replace view:v: a view keeps the columns that it has, and can only get more at the end

-- ==== up ====
-- batch, all or nothing

-- 1. drop view v (replace view:v)
DROP VIEW public.v;

-- 2. change the type of column n of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.n becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN n DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN n TYPE bigint USING n::bigint;
ALTER TABLE public.t ALTER COLUMN n SET DEFAULT 7;

-- 3. create view v (replace view:v)
CREATE VIEW public.v (n) AS
 SELECT n
   FROM public.t;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view v (replace view:v)
DROP VIEW public.v;

-- 2. change the type of column n of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of n that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.n becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN n DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN n TYPE integer USING n::integer;
ALTER TABLE public.t ALTER COLUMN n SET DEFAULT 7;

-- 3. create view v (replace view:v)
CREATE VIEW public.v (n) AS
 SELECT n
   FROM public.t;
