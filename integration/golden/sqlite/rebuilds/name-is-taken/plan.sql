-- alter table:users
--   add-unique uniques.UNIQUE ("email"): UNIQUE ("email")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
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

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
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
