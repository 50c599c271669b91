-- create postgres/domain-constraint:d.d_check
-- replace view:v: t.l is of another type for a moment

-- ==== up ====
-- batch, all or nothing

-- 1. drop view v (replace view:v)
DROP VIEW public.v;

-- 2. add check d_check to domain d (create postgres/domain-constraint:d.d_check)
--    ! blocks-writes, scans-table: reads all of table t for the check d_check of domain d, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because it holds lists of the domain; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN l TYPE text[] USING l::text[];
ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK ((VALUE <> ''::text));
ALTER TABLE public.t ALTER COLUMN l TYPE public.d[] USING l::public.d[];

-- 3. create view v (replace view:v)
CREATE VIEW public.v (l) AS
 SELECT t.l
   FROM public.t;

-- ==== down ====
-- batch, all or nothing

-- 1. drop check d_check of domain d (drop postgres/domain-constraint:d.d_check)
--    ! correctness, ends-guarantee: drops the check d_check of domain d: from then on rows come that break it, and no statement fails
ALTER DOMAIN public.d DROP CONSTRAINT d_check;
