-- alter table:users
--   drop-column columns.email: "email" TEXT UNIQUE
--   drop-unique uniques.UNIQUE ("email"): UNIQUE ("email")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! data-loss, drops-column: drops column users.email with all of its values [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is dropped
CREATE TABLE "_schema_sync_b7b9a19a_users" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT
);
INSERT INTO "_schema_sync_b7b9a19a_users" ("id", "name")
SELECT "id", "name"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_b7b9a19a_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_b7b9a19a_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_b7b9a19a_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- The way down does not bring back:
--   alter table:users: drops column users.email with all of its values

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of users have the same email
CREATE TABLE "_schema_sync_6df636e4_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT UNIQUE,
  "name" TEXT
);
INSERT INTO "_schema_sync_6df636e4_users" ("id", "name")
SELECT "id", "name"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_6df636e4_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_6df636e4_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_6df636e4_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
