-- create postgres/constraint:alone.of it alone
-- replace postgres/constraint:whole.becomes whole: a key of a table alone does not become one of all partitions, nor the other way round
-- create table:alone_2

-- ==== up ====
-- batch, all or nothing

-- 1. drop primary key becomes whole of table whole (replace postgres/constraint:whole.becomes whole)
ALTER TABLE public.whole DROP CONSTRAINT "becomes whole";

-- 2. add primary key becomes whole to table whole (replace postgres/constraint:whole.becomes whole)
--    ! blocks-reads, builds-index: builds an index over table whole; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.whole ADD CONSTRAINT "becomes whole" PRIMARY KEY (a);

-- 3. create table alone_2 (create table:alone_2)
CREATE TABLE public.alone_2 PARTITION OF public.alone FOR VALUES IN (2);

-- 4. add unique of it alone to table alone (create postgres/constraint:alone.of it alone)
ALTER TABLE ONLY public.alone ADD CONSTRAINT "of it alone" UNIQUE (a);

-- ==== down ====
-- batch, all or nothing

-- 1. drop unique of it alone of table alone (drop postgres/constraint:alone.of it alone)
--    ! correctness, ends-guarantee: drops the unique of it alone of table alone: from then on rows come that break it, and no statement fails
ALTER TABLE public.alone DROP CONSTRAINT "of it alone";

-- 2. drop primary key becomes whole of table whole (replace postgres/constraint:whole.becomes whole)
ALTER TABLE public.whole DROP CONSTRAINT "becomes whole";

-- 3. drop table alone_2 (drop table:alone_2)
--    ! data-loss, drops-table: drops table alone_2 with all of its rows [irreversible]
DROP TABLE public.alone_2;

-- 4. add primary key becomes whole to table whole (replace postgres/constraint:whole.becomes whole)
ALTER TABLE ONLY public.whole ADD CONSTRAINT "becomes whole" PRIMARY KEY (a);
