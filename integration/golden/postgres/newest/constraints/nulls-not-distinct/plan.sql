-- replace postgres/constraint:t.t_a_key: a constraint cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop unique t_a_key of table t (replace postgres/constraint:t.t_a_key)
ALTER TABLE public.t DROP CONSTRAINT t_a_key;

-- 2. add unique t_a_key to table t (replace postgres/constraint:t.t_a_key)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT t_a_key UNIQUE NULLS NOT DISTINCT (a);

-- ==== down ====
-- batch, all or nothing

-- 1. drop unique t_a_key of table t (replace postgres/constraint:t.t_a_key)
ALTER TABLE public.t DROP CONSTRAINT t_a_key;

-- 2. add unique t_a_key to table t (replace postgres/constraint:t.t_a_key)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT t_a_key UNIQUE (a);
