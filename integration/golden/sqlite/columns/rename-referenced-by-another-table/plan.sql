-- alter table:teams
--   rename-column columns.short: code → short

-- ==== up ====
-- batch, all or nothing

-- 1. rename column code to short in table teams (alter table:teams)
--    ! correctness, breaks-clients: renames column teams.code to short: statements that use the old name fail from then on
ALTER TABLE "teams" RENAME COLUMN "code" TO short;

-- ==== down ====
-- batch, all or nothing

-- 1. rename column short to code in table teams (alter table:teams)
--    ! correctness, breaks-clients: renames column teams.short to code: statements that use the old name fail from then on
ALTER TABLE "teams" RENAME COLUMN "short" TO code;
