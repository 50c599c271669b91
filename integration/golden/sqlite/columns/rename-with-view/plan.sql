-- alter table:users
--   rename-column columns.email: mail → email
-- replace view:contacts: SQLite cannot alter a view

-- ==== up ====
-- batch, all or nothing

-- 1. drop view contacts (replace view:contacts)
DROP VIEW "contacts";

-- 2. rename column mail to email in table users (alter table:users)
--    ! correctness, breaks-clients: renames column users.mail to email: statements that use the old name fail from then on
ALTER TABLE "users" RENAME COLUMN "mail" TO email;

-- 3. create view contacts (replace view:contacts)
CREATE VIEW "contacts" AS
SELECT id, email AS address FROM users WHERE email <> '';

-- ==== down ====
-- batch, all or nothing

-- 1. drop view contacts (replace view:contacts)
DROP VIEW "contacts";

-- 2. rename column email to mail in table users (alter table:users)
--    ! correctness, breaks-clients: renames column users.email to mail: statements that use the old name fail from then on
ALTER TABLE "users" RENAME COLUMN "email" TO mail;

-- 3. create view contacts (replace view:contacts)
CREATE VIEW "contacts" AS
SELECT id, mail AS address FROM users WHERE mail <> '';
