-- replace postgres/constraint:t.own: a constraint cannot be altered
-- replace postgres/constraint:t.pos: a constraint cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop check own of table t (replace postgres/constraint:t.own)
ALTER TABLE public.t DROP CONSTRAINT own;

-- 2. drop check pos of table t (replace postgres/constraint:t.pos)
ALTER TABLE public.t DROP CONSTRAINT pos;

-- 3. add check own to table t (replace postgres/constraint:t.own)
--    ! blocks-reads, scans-table: reads all of table t for the check own, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT own CHECK ((a < 9));

-- 4. add check pos to table t (replace postgres/constraint:t.pos)
--    ! blocks-reads, scans-table: reads all of table t for the check pos, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT pos CHECK ((a > 0)) NO INHERIT;

-- ==== down ====
-- batch, all or nothing

-- 1. drop check own of table t (replace postgres/constraint:t.own)
ALTER TABLE public.t DROP CONSTRAINT own;

-- 2. drop check pos of table t (replace postgres/constraint:t.pos)
ALTER TABLE public.t DROP CONSTRAINT pos;

-- 3. add check own to table t (replace postgres/constraint:t.own)
--    ! blocks-reads, scans-table: reads all of table t for the check own, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT own CHECK ((a < 9)) NO INHERIT;

-- 4. add check pos to table t (replace postgres/constraint:t.pos)
--    ! blocks-reads, scans-table: reads all of table t for the check pos, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT pos CHECK ((a > 0));
