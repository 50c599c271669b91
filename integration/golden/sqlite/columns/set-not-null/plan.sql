-- alter table:users
--   change-not-null columns.email.not-null: NULL → NOT NULL

-- ==== up ====
-- batch, all or nothing

-- 1. set users.email NOT NULL (alter table:users)
--    ! correctness, adds-not-null: fails when a row of users has no value in email
ALTER TABLE "users" ALTER COLUMN "email" SET NOT NULL;

-- ==== down ====
-- batch, all or nothing

-- 1. drop NOT NULL from users.email (alter table:users)
--    ! correctness, ends-guarantee: rows of users can have no email from then on
ALTER TABLE "users" ALTER COLUMN "email" DROP NOT NULL;
