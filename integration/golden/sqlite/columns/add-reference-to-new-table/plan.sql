-- create table:teams
-- alter table:users
--   add-column columns.team_id: "team_id" INTEGER REFERENCES "teams" ("id")

-- ==== up ====
-- batch, all or nothing

-- 1. create table teams (create table:teams)
CREATE TABLE "teams" (
  "id" INTEGER PRIMARY KEY
);

-- 2. add column users.team_id (alter table:users)
ALTER TABLE "users" ADD COLUMN "team_id" INTEGER REFERENCES "teams" ("id");

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop table teams (drop table:teams)
--    ! data-loss, drops-table: drops table teams with all of its rows [irreversible]
DROP TABLE "teams";

-- 2. drop column users.team_id (alter table:users)
--    ! data-loss, drops-column: drops column users.team_id with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "team_id";
