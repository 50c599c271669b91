-- alter table:users
--   add-unique uniques.UNIQUE ("mail"): UNIQUE ("mail")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of users have the same mail
CREATE TABLE "_schema_sync_945a21f3_users" (
  "id" INTEGER PRIMARY KEY,
  "mail" TEXT UNIQUE
);
INSERT INTO "_schema_sync_945a21f3_users" ("id", "mail")
SELECT "id", "mail"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_945a21f3_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_945a21f3_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_945a21f3_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of users can have the same mail from then on
CREATE TABLE "_schema_sync_6c8b2032_users" (
  "id" INTEGER PRIMARY KEY,
  "mail" TEXT
);
INSERT INTO "_schema_sync_6c8b2032_users" ("id", "mail")
SELECT "id", "mail"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_6c8b2032_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_6c8b2032_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_6c8b2032_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
