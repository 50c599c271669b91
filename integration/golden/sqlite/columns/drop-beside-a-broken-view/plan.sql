-- alter table:users
--   drop-column columns.mail: "mail" TEXT
-- replace view:broken: it names what is not there

-- ==== up ====
-- batch, all or nothing

-- 1. drop view broken (replace view:broken)
DROP VIEW "broken";

-- 2. drop column users.mail (alter table:users)
--    ! data-loss, drops-column: drops column users.mail with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "mail";

-- 3. create view broken (replace view:broken)
CREATE VIEW "broken" AS
SELECT gone FROM missing;

-- The way down does not bring back:
--   alter table:users: drops column users.mail with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add column users.mail (alter table:users)
ALTER TABLE "users" ADD COLUMN "mail" TEXT;
