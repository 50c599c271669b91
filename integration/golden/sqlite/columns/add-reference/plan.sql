-- alter table:users
--   add-column columns.team_id: "team_id" INTEGER REFERENCES "teams" ("id") ON DELETE CASCADE

-- ==== up ====
-- batch, all or nothing

-- 1. add column users.team_id (alter table:users)
ALTER TABLE "users" ADD COLUMN "team_id" INTEGER REFERENCES "teams" ("id") ON DELETE CASCADE;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column users.team_id (alter table:users)
--    ! data-loss, drops-column: drops column users.team_id with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "team_id";
