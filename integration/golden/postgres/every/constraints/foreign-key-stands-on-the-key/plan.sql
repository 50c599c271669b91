-- create index:b again
-- create index:the_code
-- create postgres/constraint:other.to_code
-- create postgres/constraint:other.to_id
-- create postgres/constraint:t.a again
-- create postgres/constraint:t.all codes
-- create postgres/constraint:t.t_pkey

-- ==== up ====
-- batch, all or nothing

-- 1. create index the_code (create index:the_code)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile, and rows that conflict make it fail
CREATE UNIQUE INDEX the_code ON public.t USING btree (code);

-- 2. add foreign key to_code to table other (create postgres/constraint:other.to_code)
--    ! blocks-writes, scans-table: reads all of table other for the foreign key to_code, and rows that do not comply make it fail
ALTER TABLE public.other ADD CONSTRAINT to_code FOREIGN KEY (t_code) REFERENCES public.t(code);

-- 3. add primary key t_pkey to table t (create postgres/constraint:t.t_pkey)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);

-- 4. create index b again (create index:b again)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile, and rows that conflict make it fail
CREATE UNIQUE INDEX "b again" ON public.t USING btree (id);

-- 5. add foreign key to_id to table other (create postgres/constraint:other.to_id)
--    ! blocks-writes, scans-table: reads all of table other for the foreign key to_id, and rows that do not comply make it fail
ALTER TABLE public.other ADD CONSTRAINT to_id FOREIGN KEY (t_id) REFERENCES public.t(id);

-- 6. add unique a again to table t (create postgres/constraint:t.a again)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT "a again" UNIQUE (id);

-- 7. add unique all codes to table t (create postgres/constraint:t.all codes)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT "all codes" UNIQUE (code);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index b again (drop index:b again)
--    ! correctness, ends-guarantee: drops the unique index b again of table t: from then on rows come that break it, and no statement fails
--    ! slow, drops-index: drops index b again: queries that used it read all of table t from then on
DROP INDEX public."b again";

-- 2. drop foreign key to_code of table other (drop postgres/constraint:other.to_code)
--    ! correctness, ends-guarantee: drops the foreign key to_code of table other: from then on rows come that break it, and no statement fails
ALTER TABLE public.other DROP CONSTRAINT to_code;

-- 3. drop index the_code (drop index:the_code)
--    ! correctness, ends-guarantee: drops the unique index the_code of table t: from then on rows come that break it, and no statement fails
--    ! slow, drops-index: drops index the_code: queries that used it read all of table t from then on
DROP INDEX public.the_code;

-- 4. drop foreign key to_id of table other (drop postgres/constraint:other.to_id)
--    ! correctness, ends-guarantee: drops the foreign key to_id of table other: from then on rows come that break it, and no statement fails
ALTER TABLE public.other DROP CONSTRAINT to_id;

-- 5. drop unique a again of table t (drop postgres/constraint:t.a again)
--    ! correctness, ends-guarantee: drops the unique a again of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t DROP CONSTRAINT "a again";

-- 6. drop unique all codes of table t (drop postgres/constraint:t.all codes)
--    ! correctness, ends-guarantee: drops the unique all codes of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t DROP CONSTRAINT "all codes";

-- 7. drop primary key t_pkey of table t (drop postgres/constraint:t.t_pkey)
--    ! correctness, ends-guarantee: drops the primary key t_pkey of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t DROP CONSTRAINT t_pkey;
