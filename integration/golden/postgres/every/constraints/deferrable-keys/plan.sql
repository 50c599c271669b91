-- replace postgres/constraint:t.k: a constraint cannot be altered
-- replace postgres/constraint:t.l: a constraint cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop unique k of table t (replace postgres/constraint:t.k)
ALTER TABLE public.t DROP CONSTRAINT k;

-- 2. drop unique l of table t (replace postgres/constraint:t.l)
ALTER TABLE public.t DROP CONSTRAINT l;

-- 3. add unique k to table t (replace postgres/constraint:t.k)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT k UNIQUE (a) DEFERRABLE INITIALLY DEFERRED;

-- 4. add unique l to table t (replace postgres/constraint:t.l)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT l UNIQUE (b);

-- ==== down ====
-- batch, all or nothing

-- 1. drop unique k of table t (replace postgres/constraint:t.k)
ALTER TABLE public.t DROP CONSTRAINT k;

-- 2. drop unique l of table t (replace postgres/constraint:t.l)
ALTER TABLE public.t DROP CONSTRAINT l;

-- 3. add unique k to table t (replace postgres/constraint:t.k)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT k UNIQUE (a);

-- 4. add unique l to table t (replace postgres/constraint:t.l)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT l UNIQUE (b) DEFERRABLE;
