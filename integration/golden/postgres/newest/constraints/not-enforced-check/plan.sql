-- create postgres/constraint:t.order_of
-- replace postgres/constraint:t.pos: a constraint cannot be altered
-- replace postgres/constraint:t.posb: a constraint cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop check pos of table t (replace postgres/constraint:t.pos)
ALTER TABLE public.t DROP CONSTRAINT pos;

-- 2. drop check posb of table t (replace postgres/constraint:t.posb)
ALTER TABLE public.t DROP CONSTRAINT posb;

-- 3. add check order_of to table t (create postgres/constraint:t.order_of)
ALTER TABLE public.t ADD CONSTRAINT order_of CHECK ((a < b)) NOT ENFORCED;

-- 4. add check pos to table t (replace postgres/constraint:t.pos)
--    ! correctness, ends-guarantee: stops enforcing the check pos of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t ADD CONSTRAINT pos CHECK ((a > 0)) NOT ENFORCED;

-- 5. add check posb to table t (replace postgres/constraint:t.posb)
--    ! blocks-reads, scans-table: reads all of table t for the check posb, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT posb CHECK ((b > 0));

-- ==== down ====
-- batch, all or nothing

-- 1. drop check order_of of table t (drop postgres/constraint:t.order_of)
ALTER TABLE public.t DROP CONSTRAINT order_of;

-- 2. drop check pos of table t (replace postgres/constraint:t.pos)
ALTER TABLE public.t DROP CONSTRAINT pos;

-- 3. drop check posb of table t (replace postgres/constraint:t.posb)
ALTER TABLE public.t DROP CONSTRAINT posb;

-- 4. add check pos to table t (replace postgres/constraint:t.pos)
--    ! blocks-reads, scans-table: reads all of table t for the check pos, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT pos CHECK ((a > 0));

-- 5. add check posb to table t (replace postgres/constraint:t.posb)
--    ! correctness, ends-guarantee: stops enforcing the check posb of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t ADD CONSTRAINT posb CHECK ((b > 0)) NOT ENFORCED;
