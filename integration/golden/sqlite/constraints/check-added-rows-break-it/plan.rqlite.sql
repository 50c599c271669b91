-- alter table:users
--   add-check checks.CONSTRAINT "grown" CHECK (age >= 18): CONSTRAINT "grown" CHECK (age >= 18)

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a check is added
--    ! correctness, adds-check: fails when a row of users does not satisfy age >= 18
CREATE TABLE "_schema_sync_e115eb80_users" (
  "id" INTEGER PRIMARY KEY,
  "age" INTEGER CONSTRAINT "grown" CHECK (age >= 18)
);
INSERT INTO "_schema_sync_e115eb80_users" ("id", "age")
SELECT "id", "age"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_e115eb80_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_e115eb80_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_e115eb80_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a check is dropped
--    ! correctness, ends-guarantee: rows of users need not satisfy age >= 18 from then on
CREATE TABLE "_schema_sync_e7c1d25f_users" (
  "id" INTEGER PRIMARY KEY,
  "age" INTEGER
);
INSERT INTO "_schema_sync_e7c1d25f_users" ("id", "age")
SELECT "id", "age"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_e7c1d25f_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_e7c1d25f_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_e7c1d25f_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
