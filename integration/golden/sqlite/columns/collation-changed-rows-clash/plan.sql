-- alter table:users
--   change-collation columns.email.collation: BINARY → NOCASE

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the collation of email changes
--    ! correctness, adds-unique: fails when two rows of users have the same email
CREATE TABLE "_schema_sync_a8dc6a7b_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT COLLATE NOCASE UNIQUE
);
INSERT INTO "_schema_sync_a8dc6a7b_users" ("id", "email")
SELECT "id", "email"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_a8dc6a7b_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_a8dc6a7b_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_a8dc6a7b_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the collation of email changes
--    ! correctness, adds-unique: fails when two rows of users have the same email
CREATE TABLE "_schema_sync_4ff8c29f_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT UNIQUE
);
INSERT INTO "_schema_sync_4ff8c29f_users" ("id", "email")
SELECT "id", "email"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_4ff8c29f_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_4ff8c29f_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_4ff8c29f_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
