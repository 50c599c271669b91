-- alter table:users
--   rename-column columns.email: Email → email

-- ==== up ====
-- batch, all or nothing

-- 1. rename column Email to email in table users (alter table:users)
ALTER TABLE "users" RENAME COLUMN "Email" TO email;

-- ==== down ====
-- batch, all or nothing

-- 1. rename column email to Email in table users (alter table:users)
ALTER TABLE "users" RENAME COLUMN "email" TO Email;
