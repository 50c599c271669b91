-- alter table:users
--   drop-check checks.CONSTRAINT "grown" CHECK (age >= 18): CONSTRAINT "grown" CHECK (age >= 18)
--   add-check checks.CONSTRAINT "grown" CHECK (age >= 21): CONSTRAINT "grown" CHECK (age >= 21)

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a check is dropped
--    ! correctness, adds-check: fails when a row of users does not satisfy age >= 21
CREATE TABLE "_schema_sync_4a8097a4_users" (
  "id" INTEGER PRIMARY KEY,
  "age" INTEGER CONSTRAINT "grown" CHECK (age >= 21)
);
INSERT INTO "_schema_sync_4a8097a4_users" ("id", "age")
SELECT "id", "age"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_4a8097a4_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_4a8097a4_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_4a8097a4_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a check is dropped
--    ! correctness, adds-check: fails when a row of users does not satisfy age >= 18
CREATE TABLE "_schema_sync_80d7f928_users" (
  "id" INTEGER PRIMARY KEY,
  "age" INTEGER CONSTRAINT "grown" CHECK (age >= 18)
);
INSERT INTO "_schema_sync_80d7f928_users" ("id", "age")
SELECT "id", "age"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_80d7f928_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_80d7f928_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_80d7f928_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
