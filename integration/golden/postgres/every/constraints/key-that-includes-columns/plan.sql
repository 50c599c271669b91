-- replace postgres/constraint:t.k: a constraint cannot be altered
-- create postgres/constraint:t.pk
-- alter table:t
--   change-not-null columns.b.not-null: false → true

-- ==== up ====
-- batch, all or nothing

-- 1. drop unique k of table t (replace postgres/constraint:t.k)
ALTER TABLE public.t DROP CONSTRAINT k;

-- 2. forbid nulls in column b of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for nulls in the column b, and rows that do not comply make it fail
ALTER TABLE public.t ALTER COLUMN b SET NOT NULL;

-- 3. add unique k to table t (replace postgres/constraint:t.k)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT k UNIQUE (a) INCLUDE (b, c);

-- 4. add primary key pk to table t (create postgres/constraint:t.pk)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT pk PRIMARY KEY (b) INCLUDE (c);

-- ==== down ====
-- batch, all or nothing

-- 1. drop unique k of table t (replace postgres/constraint:t.k)
ALTER TABLE public.t DROP CONSTRAINT k;

-- 2. drop primary key pk of table t (drop postgres/constraint:t.pk)
--    ! correctness, ends-guarantee: drops the primary key pk of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t DROP CONSTRAINT pk;

-- 3. allow nulls in column b of table t (alter table:t)
--    ! correctness, ends-guarantee: drops the NOT NULL of column b of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t ALTER COLUMN b DROP NOT NULL;

-- 4. add unique k to table t (replace postgres/constraint:t.k)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT k UNIQUE (a);
