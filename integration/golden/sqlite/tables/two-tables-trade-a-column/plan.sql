-- alter table:a
--   drop-column columns.x: "x" TEXT
-- alter table:b
--   add-column columns.x: "x" TEXT

-- ==== up ====
-- batch, all or nothing

-- 1. drop column a.x (alter table:a)
--    ! data-loss, drops-column: drops column a.x with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of a again
ALTER TABLE "a" DROP COLUMN "x";

-- 2. add column b.x (alter table:b)
ALTER TABLE "b" ADD COLUMN "x" TEXT;

-- The way down does not bring back:
--   alter table:a: drops column a.x with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add column a.x (alter table:a)
ALTER TABLE "a" ADD COLUMN "x" TEXT;

-- 2. drop column b.x (alter table:b)
--    ! data-loss, drops-column: drops column b.x with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of b again
ALTER TABLE "b" DROP COLUMN "x";
