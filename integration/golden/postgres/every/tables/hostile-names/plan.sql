-- replace index:i USING (x): an index cannot be altered
-- alter table:We"ird; -- table
--   add-column columns.$1: "$1" integer DEFAULT 1

-- ==== up ====
-- batch, all or nothing

-- 1. drop index i USING (x) (replace index:i USING (x))
DROP INDEX public."i USING (x)";

-- 2. add column $1 of table We"ird; -- table (alter table:We"ird; -- table)
ALTER TABLE public."We""ird; -- table" ADD COLUMN "$1" integer DEFAULT 1;

-- 3. create index i USING (x) (replace index:i USING (x))
--    ! blocks-writes, builds-index: builds an index over table We"ird; -- table; nobody writes to it meanwhile
CREATE INDEX "i USING (x)" ON public."We""ird; -- table" USING btree (" USING ") WHERE ("a'b" > 0);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index i USING (x) (replace index:i USING (x))
DROP INDEX public."i USING (x)";

-- 2. drop column $1 of table We"ird; -- table (alter table:We"ird; -- table)
--    ! data-loss, drops-column: drops column We"ird; -- table.$1 with all of its values [irreversible]
ALTER TABLE public."We""ird; -- table" DROP COLUMN "$1";

-- 3. create index i USING (x) (replace index:i USING (x))
--    ! blocks-writes, builds-index: builds an index over table We"ird; -- table; nobody writes to it meanwhile
CREATE INDEX "i USING (x)" ON public."We""ird; -- table" USING btree (" USING ");
