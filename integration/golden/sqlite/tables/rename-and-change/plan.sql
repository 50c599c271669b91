-- rename table:users from table:people
-- alter table:users
--   add-column columns.name: "name" TEXT NOT NULL DEFAULT ''

-- ==== up ====
-- batch, all or nothing

-- 1. rename table people to users (rename table:users)
--    ! correctness, breaks-clients: renames table people to users: statements that use the old name fail from then on
ALTER TABLE "people" RENAME TO "users";

-- 2. add column users.name (alter table:users)
ALTER TABLE "users" ADD COLUMN "name" TEXT NOT NULL DEFAULT '';

-- ==== down ====
-- batch, all or nothing

-- 1. rename table users to people (rename table:people)
--    ! correctness, breaks-clients: renames table users to people: statements that use the old name fail from then on
ALTER TABLE "users" RENAME TO "people";

-- 2. drop column people.name (alter table:people)
--    ! data-loss, drops-column: drops column people.name with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of people again
ALTER TABLE "people" DROP COLUMN "name";
