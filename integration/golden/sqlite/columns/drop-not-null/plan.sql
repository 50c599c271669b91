-- alter table:users
--   drop-column columns.email: "email" TEXT NOT NULL

-- ==== up ====
-- batch, all or nothing

-- 1. drop column users.email (alter table:users)
--    ! data-loss, drops-column: drops column users.email with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "email";

-- The way down does not bring back:
--   alter table:users: drops column users.email with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add column users.email (alter table:users)
--    ! correctness, adds-required-column: adds users.email, NOT NULL without a default: fails when users has any row
ALTER TABLE "users" ADD COLUMN "email" TEXT NOT NULL;
