-- alter table:users
--   add-unique uniques.UNIQUE ("email"): UNIQUE ("email")
-- replace trigger:fill: it cannot stay while table:users is altered
-- left alone: table tmp_import: excluded by tmp_*

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop trigger fill (replace trigger:fill)
DROP TRIGGER "fill";

-- 2. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of users have the same email
CREATE TABLE "_schema_sync_b6e20462_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT UNIQUE
);
INSERT INTO "_schema_sync_b6e20462_users" ("id", "email")
SELECT "id", "email"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_b6e20462_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_b6e20462_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_b6e20462_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 3. create trigger fill (replace trigger:fill)
CREATE TRIGGER "fill" AFTER INSERT ON "users" FOR EACH ROW
BEGIN INSERT INTO tmp_import VALUES (new.email); END;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop trigger fill (replace trigger:fill)
DROP TRIGGER "fill";

-- 2. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of users can have the same email from then on
CREATE TABLE "_schema_sync_926f4354_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT
);
INSERT INTO "_schema_sync_926f4354_users" ("id", "email")
SELECT "id", "email"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_926f4354_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_926f4354_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_926f4354_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 3. create trigger fill (replace trigger:fill)
CREATE TRIGGER "fill" AFTER INSERT ON "users" FOR EACH ROW
BEGIN INSERT INTO tmp_import VALUES (new.email); END;
