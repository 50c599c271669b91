-- alter table:a
--   drop-column columns.x: "x" TEXT
--   add-column columns.y: "y" TEXT
-- alter table:b
--   drop-column columns.y: "y" TEXT
--   add-column columns.x: "x" TEXT

-- ==== up ====
-- batch, all or nothing

-- 1. add column a.y (alter table:a)
ALTER TABLE "a" ADD COLUMN "y" TEXT;

-- 2. drop column a.x (alter table:a)
--    ! data-loss, drops-column: drops column a.x with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of a again
ALTER TABLE "a" DROP COLUMN "x";

-- 3. add column b.x (alter table:b)
ALTER TABLE "b" ADD COLUMN "x" TEXT;

-- 4. drop column b.y (alter table:b)
--    ! data-loss, drops-column: drops column b.y with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of b again
ALTER TABLE "b" DROP COLUMN "y";

-- The way down does not bring back:
--   alter table:a: drops column a.x with all of its values
--   alter table:b: drops column b.y with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add column a.x (alter table:a)
ALTER TABLE "a" ADD COLUMN "x" TEXT;

-- 2. drop column a.y (alter table:a)
--    ! data-loss, drops-column: drops column a.y with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of a again
ALTER TABLE "a" DROP COLUMN "y";

-- 3. add column b.y (alter table:b)
ALTER TABLE "b" ADD COLUMN "y" TEXT;

-- 4. drop column b.x (alter table:b)
--    ! data-loss, drops-column: drops column b.x with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of b again
ALTER TABLE "b" DROP COLUMN "x";
