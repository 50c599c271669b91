-- alter table:users
--   rename-column columns.team_id: team → team_id

-- ==== up ====
-- batch, all or nothing

-- 1. rename column team to team_id in table users (alter table:users)
--    ! correctness, breaks-clients: renames column users.team to team_id: statements that use the old name fail from then on
ALTER TABLE "users" RENAME COLUMN "team" TO team_id;

-- ==== down ====
-- batch, all or nothing

-- 1. rename column team_id to team in table users (alter table:users)
--    ! correctness, breaks-clients: renames column users.team_id to team: statements that use the old name fail from then on
ALTER TABLE "users" RENAME COLUMN "team_id" TO team;
