-- alter table:users
--   add-column columns.name: "name" TEXT

-- ==== up ====
-- batch, all or nothing

-- 1. add column users.name (alter table:users)
ALTER TABLE "users" ADD COLUMN "name" TEXT;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column users.name (alter table:users)
--    ! data-loss, drops-column: drops column users.name with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "name";
