-- create postgres/constraint:t.ck
-- create postgres/constraint:t.ex
-- create postgres/constraint:t.fk
-- create postgres/constraint:t.pk
-- create postgres/constraint:t.uq
-- alter table:t
--   change-not-null columns.a.not-null: false → true

-- ==== up ====
-- batch, all or nothing

-- 1. forbid nulls in column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for nulls in the column a, and rows that do not comply make it fail
ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;

-- 2. add check ck to table t (create postgres/constraint:t.ck)
--    ! blocks-reads, scans-table: reads all of table t for the check ck, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT ck CHECK ((a > b)) NO INHERIT;

-- 3. add exclusion ex to table t (create postgres/constraint:t.ex)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT ex EXCLUDE USING gist (r WITH &&) WHERE ((a > 0));

-- 4. add foreign key fk to table t (create postgres/constraint:t.fk)
--    ! blocks-writes, scans-table: reads all of table t for the foreign key fk, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES public.p(a, b) MATCH FULL ON UPDATE CASCADE ON DELETE RESTRICT;

-- 5. add primary key pk to table t (create postgres/constraint:t.pk)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT pk PRIMARY KEY (a) INCLUDE (b);

-- 6. add unique uq to table t (create postgres/constraint:t.uq)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT uq UNIQUE (b) DEFERRABLE;

-- ==== down ====
-- batch, all or nothing

-- 1. drop check ck of table t (drop postgres/constraint:t.ck)
--    ! correctness, ends-guarantee: drops the check ck of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t DROP CONSTRAINT ck;

-- 2. drop exclusion ex of table t (drop postgres/constraint:t.ex)
--    ! correctness, ends-guarantee: drops the exclusion ex of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t DROP CONSTRAINT ex;

-- 3. drop foreign key fk of table t (drop postgres/constraint:t.fk)
--    ! correctness, ends-guarantee: drops the foreign key fk of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t DROP CONSTRAINT fk;

-- 4. drop primary key pk of table t (drop postgres/constraint:t.pk)
--    ! correctness, ends-guarantee: drops the primary key pk of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t DROP CONSTRAINT pk;

-- 5. drop unique uq of table t (drop postgres/constraint:t.uq)
--    ! correctness, ends-guarantee: drops the unique uq of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t DROP CONSTRAINT uq;

-- 6. allow nulls in column a of table t (alter table:t)
--    ! correctness, ends-guarantee: drops the NOT NULL of column a of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t ALTER COLUMN a DROP NOT NULL;
