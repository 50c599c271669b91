-- replace postgres/constraint:t.apart: a constraint cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop exclusion apart of table t (replace postgres/constraint:t.apart)
ALTER TABLE public.t DROP CONSTRAINT apart;

-- 2. add exclusion apart to table t (replace postgres/constraint:t.apart)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT apart EXCLUDE USING gist (r WITH -|-) WHERE (live);

-- ==== down ====
-- batch, all or nothing

-- 1. drop exclusion apart of table t (replace postgres/constraint:t.apart)
ALTER TABLE public.t DROP CONSTRAINT apart;

-- 2. add exclusion apart to table t (replace postgres/constraint:t.apart)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT apart EXCLUDE USING gist (r WITH &&);
