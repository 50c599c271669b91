-- alter table:users
--   change-not-null columns.code.not-null: NULL → NOT NULL

-- ==== up ====
-- batch, all or nothing

-- 1. fill and set users.code NOT NULL (alter table:users)
--    ! data-loss, fills-nulls: sets users.code to 'none' where it is NULL [irreversible]
--    ! correctness, adds-unique: fails when two rows of users have the same "code"
UPDATE OR ABORT "users" SET "code" = 'none' WHERE "code" IS NULL;
ALTER TABLE "users" ALTER COLUMN "code" SET NOT NULL;

-- The way down does not bring back:
--   alter table:users: sets users.code to 'none' where it is NULL

-- ==== down ====
-- batch, all or nothing

-- 1. drop NOT NULL from users.code (alter table:users)
--    ! correctness, ends-guarantee: rows of users can have no code from then on
ALTER TABLE "users" ALTER COLUMN "code" DROP NOT NULL;
