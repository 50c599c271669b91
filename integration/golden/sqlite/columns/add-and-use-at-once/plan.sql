-- create index:users_by_full
-- alter table:users
--   add-column columns.full: "full" TEXT GENERATED ALWAYS AS ("first" || ' ' || "last") VIRTUAL
--   add-column columns.loud: "loud" TEXT GENERATED ALWAYS AS (upper("full")) VIRTUAL
-- create trigger:users_named
-- replace view:names: SQLite cannot alter a view

-- ==== up ====
-- batch, all or nothing

-- 1. drop view names (replace view:names)
DROP VIEW "names";

-- 2. add column users.full (alter table:users)
ALTER TABLE "users" ADD COLUMN "full" TEXT GENERATED ALWAYS AS ("first" || ' ' || "last") VIRTUAL;

-- 3. add column users.loud (alter table:users)
ALTER TABLE "users" ADD COLUMN "loud" TEXT GENERATED ALWAYS AS (upper("full")) VIRTUAL;

-- 4. create index users_by_full (create index:users_by_full)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "users_by_full" ON "users" ("full");

-- 5. create trigger users_named (create trigger:users_named)
CREATE TRIGGER "users_named" AFTER INSERT ON "users" FOR EACH ROW
WHEN new.full = ' ' BEGIN
  DELETE FROM users WHERE id = new.id;
END;

-- 6. create view names (replace view:names)
CREATE VIEW "names" AS
SELECT full FROM users;

-- ==== down ====
-- batch, all or nothing

-- 1. drop index users_by_full (drop index:users_by_full)
DROP INDEX "users_by_full";

-- 2. drop trigger users_named (drop trigger:users_named)
--    ! correctness, drops-trigger: drops trigger users_named: what it does AFTER INSERT on users is not done any more, and no statement fails for want of it
DROP TRIGGER "users_named";

-- 3. drop view names (replace view:names)
DROP VIEW "names";

-- 4. drop column users.loud (alter table:users)
ALTER TABLE "users" DROP COLUMN "loud";

-- 5. drop column users.full (alter table:users)
ALTER TABLE "users" DROP COLUMN "full";

-- 6. create view names (replace view:names)
CREATE VIEW "names" AS
SELECT first FROM users;
