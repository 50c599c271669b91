-- alter table:users
--   drop-check checks.CONSTRAINT "grown" CHECK (age >= 18): CONSTRAINT "grown" CHECK (age >= 18)
--   add-check checks.CONSTRAINT "grown" CHECK (age >= 21): CONSTRAINT "grown" CHECK (age >= 21)

-- ==== up ====
-- batch, all or nothing

-- 1. drop constraint grown of table users (alter table:users)
ALTER TABLE "users" DROP CONSTRAINT "grown";

-- 2. add check grown to table users (alter table:users)
--    ! correctness, adds-check: fails when a row of users does not satisfy age >= 21
ALTER TABLE "users" ADD CONSTRAINT "grown" CHECK (age >= 21);

-- ==== down ====
-- batch, all or nothing

-- 1. drop constraint grown of table users (alter table:users)
ALTER TABLE "users" DROP CONSTRAINT "grown";

-- 2. add check grown to table users (alter table:users)
--    ! correctness, adds-check: fails when a row of users does not satisfy age >= 18
ALTER TABLE "users" ADD CONSTRAINT "grown" CHECK (age >= 18);
