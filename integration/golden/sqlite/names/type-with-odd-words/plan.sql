-- alter table:users
--   add-column columns.e: "e" UNSIGNED BIG INT

-- ==== up ====
-- batch, all or nothing

-- 1. add column users.e (alter table:users)
ALTER TABLE "users" ADD COLUMN "e" UNSIGNED BIG INT;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column users.e (alter table:users)
--    ! data-loss, drops-column: drops column users.e with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "e";
