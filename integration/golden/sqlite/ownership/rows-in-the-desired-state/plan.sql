-- alter table:users
--   add-column columns.email: "email" TEXT

-- ==== up ====
-- batch, all or nothing

-- 1. add column users.email (alter table:users)
ALTER TABLE "users" ADD COLUMN "email" TEXT;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column users.email (alter table:users)
--    ! data-loss, drops-column: drops column users.email with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "email";
