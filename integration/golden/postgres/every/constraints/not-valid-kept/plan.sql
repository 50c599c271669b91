-- create postgres/constraint:t.posb
-- alter table:t
--   add-column columns.b: b integer

-- ==== up ====
-- batch, all or nothing

-- 1. add column b of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN b integer;

-- 2. add check posb to table t (create postgres/constraint:t.posb)
ALTER TABLE public.t ADD CONSTRAINT posb CHECK ((b > 0)) NOT VALID;

-- ==== down ====
-- batch, all or nothing

-- 1. drop check posb of table t (drop postgres/constraint:t.posb)
--    ! correctness, ends-guarantee: drops the check posb of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t DROP CONSTRAINT posb;

-- 2. drop column b of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.b with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN b;
