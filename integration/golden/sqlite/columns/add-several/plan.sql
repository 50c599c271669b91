-- alter table:users
--   add-column columns.email: "email" TEXT
--   add-column columns.name: "name" TEXT DEFAULT 'nobody'
--   add-column columns.age: "age" INTEGER NOT NULL DEFAULT 0

-- ==== up ====
-- batch, all or nothing

-- 1. add column users.email (alter table:users)
ALTER TABLE "users" ADD COLUMN "email" TEXT;

-- 2. add column users.name (alter table:users)
ALTER TABLE "users" ADD COLUMN "name" TEXT DEFAULT 'nobody';

-- 3. add column users.age (alter table:users)
ALTER TABLE "users" ADD COLUMN "age" INTEGER NOT NULL DEFAULT 0;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column users.email (alter table:users)
--    ! data-loss, drops-column: drops column users.email with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "email";

-- 2. drop column users.name (alter table:users)
--    ! data-loss, drops-column: drops column users.name with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "name";

-- 3. drop column users.age (alter table:users)
--    ! data-loss, drops-column: drops column users.age with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "age";
