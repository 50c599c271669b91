-- alter table:users
--   rename-column columns.email: mail → email

-- ==== up ====
-- batch, all or nothing

-- 1. rename column mail to email in table users (alter table:users)
--    ! correctness, breaks-clients: renames column users.mail to email: statements that use the old name fail from then on
ALTER TABLE "users" RENAME COLUMN "mail" TO email;

-- ==== down ====
-- batch, all or nothing

-- 1. rename column email to mail in table users (alter table:users)
--    ! correctness, breaks-clients: renames column users.email to mail: statements that use the old name fail from then on
ALTER TABLE "users" RENAME COLUMN "email" TO mail;
