-- create postgres/domain-constraint:we"ird Näme.we"ird Näme_check
-- alter postgres/domain:we"ird Näme
--   change-not-null notNull: false → true
-- replace postgres/policy:t.p: t.l is of another type for a moment

-- ==== up ====
-- batch, all or nothing

-- 1. drop policy p of table t (replace postgres/policy:t.p)
DROP POLICY p ON public.t;

-- 2. forbid nulls in domain we"ird Näme (alter postgres/domain:we"ird Näme)
--    ! blocks-writes, scans-table: reads all of table t for nulls, which the domain we"ird Näme forbids, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because it holds lists of the domain; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN l TYPE text[] USING l::text[];
ALTER DOMAIN public."we""ird Näme" SET NOT NULL;

-- 3. add check we"ird Näme_check to domain we"ird Näme (create postgres/domain-constraint:we"ird Näme.we"ird Näme_check)
--    ! blocks-writes, scans-table: reads all of table t for the check we"ird Näme_check of domain we"ird Näme, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because it holds lists of the domain; nobody reads or writes it meanwhile
ALTER DOMAIN public."we""ird Näme" ADD CONSTRAINT "we""ird Näme_check" CHECK ((VALUE <> ''::text));
ALTER TABLE public.t ALTER COLUMN l TYPE public."we""ird Näme"[] USING l::public."we""ird Näme"[];

-- 4. create policy p of table t (replace postgres/policy:t.p)
CREATE POLICY p ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((l IS NOT NULL));

-- ==== down ====
-- batch, all or nothing

-- 1. drop check we"ird Näme_check of domain we"ird Näme (drop postgres/domain-constraint:we"ird Näme.we"ird Näme_check)
--    ! correctness, ends-guarantee: drops the check we"ird Näme_check of domain we"ird Näme: from then on rows come that break it, and no statement fails
ALTER DOMAIN public."we""ird Näme" DROP CONSTRAINT "we""ird Näme_check";

-- 2. allow nulls in domain we"ird Näme (alter postgres/domain:we"ird Näme)
--    ! correctness, ends-guarantee: drops the NOT NULL of domain we"ird Näme: from then on rows come that break it, and no statement fails
ALTER DOMAIN public."we""ird Näme" DROP NOT NULL;
