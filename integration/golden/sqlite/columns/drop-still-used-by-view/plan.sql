-- alter table:users
--   drop-column columns.email: "email" TEXT
-- replace view:contacts: it cannot stay while table:users is altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop view contacts (replace view:contacts)
DROP VIEW "contacts";

-- 2. drop column users.email (alter table:users)
--    ! data-loss, drops-column: drops column users.email with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "email";

-- 3. create view contacts (replace view:contacts)
CREATE VIEW "contacts" AS
SELECT id, email FROM users;

-- The way down does not bring back:
--   alter table:users: drops column users.email with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add column users.email (alter table:users)
ALTER TABLE "users" ADD COLUMN "email" TEXT;
