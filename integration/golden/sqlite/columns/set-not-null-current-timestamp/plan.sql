-- alter table:users
--   change-not-null columns.at.not-null: NULL → NOT NULL

-- ==== up ====
-- batch, all or nothing

-- 1. fill and set users.at NOT NULL (alter table:users)
--    ! data-loss, fills-nulls: sets users.at to CURRENT_TIMESTAMP where it is NULL [irreversible]
UPDATE OR ABORT "users" SET "at" = CURRENT_TIMESTAMP WHERE "at" IS NULL;
ALTER TABLE "users" ALTER COLUMN "at" SET NOT NULL;

-- The way down does not bring back:
--   alter table:users: sets users.at to CURRENT_TIMESTAMP where it is NULL

-- ==== down ====
-- batch, all or nothing

-- 1. drop NOT NULL from users.at (alter table:users)
--    ! correctness, ends-guarantee: rows of users can have no at from then on
ALTER TABLE "users" ALTER COLUMN "at" DROP NOT NULL;
