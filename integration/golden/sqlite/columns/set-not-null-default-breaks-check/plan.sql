-- alter table:users
--   change-not-null columns.age.not-null: NULL → NOT NULL

-- ==== up ====
-- batch, all or nothing

-- 1. fill and set users.age NOT NULL (alter table:users)
--    ! data-loss, fills-nulls: sets users.age to 0 where it is NULL [irreversible]
--    ! correctness, adds-check: fails when a row of users does not satisfy age > 5
UPDATE OR ABORT "users" SET "age" = 0 WHERE "age" IS NULL;
ALTER TABLE "users" ALTER COLUMN "age" SET NOT NULL;

-- The way down does not bring back:
--   alter table:users: sets users.age to 0 where it is NULL

-- ==== down ====
-- batch, all or nothing

-- 1. drop NOT NULL from users.age (alter table:users)
--    ! correctness, ends-guarantee: rows of users can have no age from then on
ALTER TABLE "users" ALTER COLUMN "age" DROP NOT NULL;
