-- alter table:users
--   change-not-null columns.team.not-null: NULL → NOT NULL

-- ==== up ====
-- batch, all or nothing

-- 1. fill and set users.team NOT NULL (alter table:users)
--    ! data-loss, fills-nulls: sets users.team to 0 where it is NULL [irreversible]
--    ! correctness, adds-foreign-key: fails when a row of users refers to no row of teams
UPDATE OR ABORT "users" SET "team" = 0 WHERE "team" IS NULL;
ALTER TABLE "users" ALTER COLUMN "team" SET NOT NULL;

-- The way down does not bring back:
--   alter table:users: sets users.team to 0 where it is NULL

-- ==== down ====
-- batch, all or nothing

-- 1. drop NOT NULL from users.team (alter table:users)
--    ! correctness, ends-guarantee: rows of users can have no team from then on
ALTER TABLE "users" ALTER COLUMN "team" DROP NOT NULL;
