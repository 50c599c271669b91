-- alter table:users
--   add-column columns.email: "email" TEXT
-- create view:contacts

-- ==== up ====
-- batch, all or nothing

-- 1. add column users.email (alter table:users)
ALTER TABLE "users" ADD COLUMN "email" TEXT;

-- 2. create view contacts (create view:contacts)
CREATE VIEW "contacts" AS
SELECT email FROM users;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view contacts (drop view:contacts)
--    ! correctness, drops-view: drops view contacts: statements that use it fail from then on
DROP VIEW "contacts";

-- 2. drop column users.email (alter table:users)
--    ! data-loss, drops-column: drops column users.email with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "email";
