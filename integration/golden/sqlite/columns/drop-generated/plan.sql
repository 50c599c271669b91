-- alter table:users
--   drop-column columns.loud: "loud" TEXT GENERATED ALWAYS AS (upper(name)) VIRTUAL

-- ==== up ====
-- batch, all or nothing

-- 1. drop column users.loud (alter table:users)
ALTER TABLE "users" DROP COLUMN "loud";

-- ==== down ====
-- batch, all or nothing

-- 1. add column users.loud (alter table:users)
ALTER TABLE "users" ADD COLUMN "loud" TEXT GENERATED ALWAYS AS (upper(name)) VIRTUAL;
