-- alter table:users
--   change-not-null columns.email.not-null: NOT NULL → NULL

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because email is no longer NOT NULL
--    ! correctness, ends-guarantee: rows of users can have no email from then on
CREATE TABLE "_schema_sync_440dd524_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT
);
INSERT INTO "_schema_sync_440dd524_users" ("id", "email")
SELECT "id", "email"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_440dd524_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_440dd524_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_440dd524_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! correctness, adds-not-null: fails when a row of users has no value in email
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because email becomes NOT NULL
CREATE TABLE "_schema_sync_6aae40ac_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT NOT NULL
);
INSERT INTO "_schema_sync_6aae40ac_users" ("id", "email")
SELECT "id", "email"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_6aae40ac_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_6aae40ac_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_6aae40ac_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
