-- alter table:points
--   rename-column columns.c: b → c
--   drop-column columns.a: "a" REAL
--   add-column columns.b: "b" REAL

-- ==== up ====
-- batch, all or nothing

-- 1. add column points.c (alter table:points)
ALTER TABLE "points" ADD COLUMN "c" REAL;

-- 2. drop column points.a (alter table:points)
--    ! data-loss, drops-column: drops column points.a with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of points again
ALTER TABLE "points" DROP COLUMN "a";

-- The way down does not bring back:
--   alter table:points: drops column points.a with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add column points.a (alter table:points)
ALTER TABLE "points" ADD COLUMN "a" REAL;

-- 2. drop column points.c (alter table:points)
--    ! data-loss, drops-column: drops column points.c with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of points again
ALTER TABLE "points" DROP COLUMN "c";
