-- alter table:users
--   drop-column columns.a: "a" TEXT
--   drop-column columns.c: "c" TEXT

-- ==== up ====
-- batch, all or nothing

-- 1. drop column users.a (alter table:users)
--    ! data-loss, drops-column: drops column users.a with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "a";

-- 2. drop column users.c (alter table:users)
--    ! data-loss, drops-column: drops column users.c with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "c";

-- The way down does not bring back:
--   alter table:users: drops column users.a with all of its values
--   alter table:users: drops column users.c with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add column users.a (alter table:users)
ALTER TABLE "users" ADD COLUMN "a" TEXT;

-- 2. add column users.c (alter table:users)
ALTER TABLE "users" ADD COLUMN "c" TEXT;
