-- replace postgres/constraint:a.above: a constraint cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop check above of table a (replace postgres/constraint:a.above)
ALTER TABLE public.a DROP CONSTRAINT above;

-- 2. add check above to table a (replace postgres/constraint:a.above)
--    ! blocks-reads, scans-table: reads all of table a for the check above, and rows that do not comply make it fail
ALTER TABLE public.a ADD CONSTRAINT above CHECK ((x > 0));

-- ==== down ====
-- batch, all or nothing

-- 1. drop check above of table a (replace postgres/constraint:a.above)
ALTER TABLE public.a DROP CONSTRAINT above;

-- 2. add check above to table a (replace postgres/constraint:a.above)
--    ! blocks-reads, scans-table: reads all of table a for the check above, and rows that do not comply make it fail
ALTER TABLE public.a ADD CONSTRAINT above CHECK ((x > 0)) NO INHERIT;
