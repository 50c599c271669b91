-- alter table:users
--   drop-column columns.age: "age" INTEGER CHECK (age > 0)

-- ==== up ====
-- batch, all or nothing

-- 1. drop column users.age (alter table:users)
--    ! data-loss, drops-column: drops column users.age with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "age";

-- The way down does not bring back:
--   alter table:users: drops column users.age with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add column users.age (alter table:users)
ALTER TABLE "users" ADD COLUMN "age" INTEGER CHECK (age > 0);
