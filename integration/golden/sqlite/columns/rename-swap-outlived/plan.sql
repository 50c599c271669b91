-- alter table:points
--   add-column columns.z: "z" REAL

-- ==== up ====
-- batch, all or nothing

-- 1. add column points.z (alter table:points)
ALTER TABLE "points" ADD COLUMN "z" REAL;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column points.z (alter table:points)
--    ! data-loss, drops-column: drops column points.z with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of points again
ALTER TABLE "points" DROP COLUMN "z";
