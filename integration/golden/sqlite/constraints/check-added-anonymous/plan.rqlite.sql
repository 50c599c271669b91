-- alter table:users
--   add-check checks.CHECK (age >= 18): CHECK (age >= 18)

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a check is added
--    ! correctness, adds-check: fails when a row of users does not satisfy age >= 18
CREATE TABLE "_schema_sync_8493553c_users" (
  "id" INTEGER PRIMARY KEY,
  "age" INTEGER CHECK (age >= 18)
);
INSERT INTO "_schema_sync_8493553c_users" ("id", "age")
SELECT "id", "age"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_8493553c_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_8493553c_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_8493553c_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a check is dropped
--    ! correctness, ends-guarantee: rows of users need not satisfy age >= 18 from then on
CREATE TABLE "_schema_sync_80a65d01_users" (
  "id" INTEGER PRIMARY KEY,
  "age" INTEGER
);
INSERT INTO "_schema_sync_80a65d01_users" ("id", "age")
SELECT "id", "age"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_80a65d01_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_80a65d01_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_80a65d01_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
