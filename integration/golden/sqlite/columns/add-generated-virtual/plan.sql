-- alter table:users
--   add-column columns.domain: "domain" TEXT GENERATED ALWAYS AS (substr(email, instr(email, '@') + 1)) VIRTUAL

-- ==== up ====
-- batch, all or nothing

-- 1. add column users.domain (alter table:users)
ALTER TABLE "users" ADD COLUMN "domain" TEXT GENERATED ALWAYS AS (substr(email, instr(email, '@') + 1)) VIRTUAL;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column users.domain (alter table:users)
ALTER TABLE "users" DROP COLUMN "domain";
