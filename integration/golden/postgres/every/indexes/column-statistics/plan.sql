-- alter index:i
--   change-statistics statistics: {"1":100} → {"2":300}
-- create index:j j

-- ==== up ====
-- batch, all or nothing

-- 1. alter index i (alter index:i)
ALTER INDEX public.i ALTER COLUMN 1 SET STATISTICS -1;
ALTER INDEX public.i ALTER COLUMN 2 SET STATISTICS 300;

-- 2. create index j j (create index:j j)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX "j j" ON public.t USING btree (((id * 2)));

-- 3. alter index j j (create index:j j)
ALTER INDEX public."j j" ALTER COLUMN 1 SET STATISTICS 10;

-- ==== down ====
-- batch, all or nothing

-- 1. drop index j j (drop index:j j)
--    ! slow, drops-index: drops index j j: queries that used it read all of table t from then on
DROP INDEX public."j j";

-- 2. alter index i (alter index:i)
ALTER INDEX public.i ALTER COLUMN 2 SET STATISTICS -1;
ALTER INDEX public.i ALTER COLUMN 1 SET STATISTICS 100;
