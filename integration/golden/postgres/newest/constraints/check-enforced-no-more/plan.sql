-- replace index:once: an index cannot be altered
-- replace postgres/constraint:t.positive: a constraint cannot be altered
-- replace postgres/constraint:t.t_b_key: a constraint cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop index once (replace index:once)
DROP INDEX public.once;

-- 2. drop check positive of table t (replace postgres/constraint:t.positive)
ALTER TABLE public.t DROP CONSTRAINT positive;

-- 3. drop unique t_b_key of table t (replace postgres/constraint:t.t_b_key)
ALTER TABLE public.t DROP CONSTRAINT t_b_key;

-- 4. create index once (replace index:once)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
--    ! correctness, ends-guarantee: drops the unique index once of table t: from then on rows come that break it, and no statement fails
CREATE INDEX once ON public.t USING btree (c);

-- 5. add check positive to table t (replace postgres/constraint:t.positive)
--    ! correctness, ends-guarantee: stops enforcing the check positive of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t ADD CONSTRAINT positive CHECK ((a > 0)) NOT ENFORCED;

-- 6. add unique t_b_key to table t (replace postgres/constraint:t.t_b_key)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
--    ! correctness, ends-guarantee: drops the unique t_b_key of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t ADD CONSTRAINT t_b_key UNIQUE (b, c);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index once (replace index:once)
DROP INDEX public.once;

-- 2. drop check positive of table t (replace postgres/constraint:t.positive)
ALTER TABLE public.t DROP CONSTRAINT positive;

-- 3. drop unique t_b_key of table t (replace postgres/constraint:t.t_b_key)
ALTER TABLE public.t DROP CONSTRAINT t_b_key;

-- 4. create index once (replace index:once)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile, and rows that conflict make it fail
CREATE UNIQUE INDEX once ON public.t USING btree (c);

-- 5. add check positive to table t (replace postgres/constraint:t.positive)
--    ! blocks-reads, scans-table: reads all of table t for the check positive, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT positive CHECK ((a > 0));

-- 6. add unique t_b_key to table t (replace postgres/constraint:t.t_b_key)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT t_b_key UNIQUE (b);
