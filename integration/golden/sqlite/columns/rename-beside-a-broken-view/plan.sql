-- alter table:users
--   rename-column columns.email: mail → email
-- replace view:broken: it names what is not there

-- ==== up ====
-- batch, all or nothing

-- 1. drop view broken (replace view:broken)
DROP VIEW "broken";

-- 2. rename column mail to email in table users (alter table:users)
--    ! correctness, breaks-clients: renames column users.mail to email: statements that use the old name fail from then on
ALTER TABLE "users" RENAME COLUMN "mail" TO email;

-- 3. create view broken (replace view:broken)
CREATE VIEW "broken" AS
SELECT gone FROM missing;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view broken (replace view:broken)
DROP VIEW "broken";

-- 2. rename column email to mail in table users (alter table:users)
--    ! correctness, breaks-clients: renames column users.email to mail: statements that use the old name fail from then on
ALTER TABLE "users" RENAME COLUMN "email" TO mail;

-- 3. create view broken (replace view:broken)
CREATE VIEW "broken" AS
SELECT gone FROM missing;
