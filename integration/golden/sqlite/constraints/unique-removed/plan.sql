-- alter table:users
--   drop-unique uniques.UNIQUE ("email", "name"): UNIQUE ("email", "name")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is dropped
CREATE TABLE "_schema_sync_c044c0bd_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT UNIQUE,
  "name" TEXT
);
INSERT INTO "_schema_sync_c044c0bd_users" ("id", "email", "name")
SELECT "id", "email", "name"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_c044c0bd_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_c044c0bd_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_c044c0bd_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of users have the same email, name
CREATE TABLE "_schema_sync_e268e0fb_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT UNIQUE,
  "name" TEXT,
  UNIQUE ("email", "name")
);
INSERT INTO "_schema_sync_e268e0fb_users" ("id", "email", "name")
SELECT "id", "email", "name"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_e268e0fb_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_e268e0fb_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_e268e0fb_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
