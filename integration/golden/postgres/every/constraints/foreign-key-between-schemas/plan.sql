-- create postgres/constraint:two 2.c"x.to p

-- ==== up ====
-- batch, all or nothing

-- 1. add foreign key to p to table two 2.c"x (create postgres/constraint:two 2.c"x.to p)
--    ! blocks-writes, scans-table: reads all of table two 2.c"x for the foreign key to p, and rows that do not comply make it fail
ALTER TABLE "two 2"."c""x" ADD CONSTRAINT "to p" FOREIGN KEY (p) REFERENCES one.p(id) ON DELETE CASCADE;

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign key to p of table two 2.c"x (drop postgres/constraint:two 2.c"x.to p)
--    ! correctness, ends-guarantee: drops the foreign key to p of table two 2.c"x: from then on rows come that break it, and no statement fails
ALTER TABLE "two 2"."c""x" DROP CONSTRAINT "to p";
