-- alter table:users
--   add-column columns.number: "number" INTEGER GENERATED ALWAYS AS (name) VIRTUAL

-- ==== up ====
-- batch, all or nothing

-- 1. add column users.number (alter table:users)
--    ! correctness, enforces-types: fails when a row of users holds a value that does not fit the type of its column
ALTER TABLE "users" ADD COLUMN "number" INTEGER GENERATED ALWAYS AS (name) VIRTUAL;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column users.number (alter table:users)
ALTER TABLE "users" DROP COLUMN "number";
