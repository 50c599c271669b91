-- alter table:users
--   add-column columns.state: "state" TEXT NOT NULL

-- ==== up ====
-- batch, all or nothing

-- 1. add column users.state (alter table:users)
--    ! correctness, adds-required-column: adds users.state, NOT NULL without a default: fails when users has any row
ALTER TABLE "users" ADD COLUMN "state" TEXT NOT NULL;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column users.state (alter table:users)
--    ! data-loss, drops-column: drops column users.state with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "state";
