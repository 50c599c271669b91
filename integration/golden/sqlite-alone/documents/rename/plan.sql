-- rename table:users from table:people
-- alter table:users
--   rename-column columns.email: mail → email

-- ==== up ====
-- batch, all or nothing

-- 1. rename table people to users (rename table:users)
--    ! correctness, breaks-clients: renames table people to users: statements that use the old name fail from then on
ALTER TABLE "people" RENAME TO "users";

-- 2. rename column mail to email in table users (alter table:users)
--    ! correctness, breaks-clients: renames column users.mail to email: statements that use the old name fail from then on
ALTER TABLE "users" RENAME COLUMN "mail" TO email;

-- ==== down ====
-- batch, all or nothing

-- 1. rename table users to people (rename table:people)
--    ! correctness, breaks-clients: renames table users to people: statements that use the old name fail from then on
ALTER TABLE "users" RENAME TO "people";

-- 2. rename column email to mail in table people (alter table:people)
--    ! correctness, breaks-clients: renames column people.email to mail: statements that use the old name fail from then on
ALTER TABLE "people" RENAME COLUMN "email" TO mail;
