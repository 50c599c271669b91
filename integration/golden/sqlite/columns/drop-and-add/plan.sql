-- alter table:users
--   drop-column columns.mail: "mail" TEXT
--   add-column columns.email: "email" TEXT

-- ==== up ====
-- batch, all or nothing

-- 1. add column users.email (alter table:users)
ALTER TABLE "users" ADD COLUMN "email" TEXT;

-- 2. drop column users.mail (alter table:users)
--    ! data-loss, drops-column: drops column users.mail with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "mail";

-- The way down does not bring back:
--   alter table:users: drops column users.mail with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add column users.mail (alter table:users)
ALTER TABLE "users" ADD COLUMN "mail" TEXT;

-- 2. drop column users.email (alter table:users)
--    ! data-loss, drops-column: drops column users.email with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "email";
