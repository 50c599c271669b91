-- replace index:users_by_email: it cannot stay while table:users is altered
-- alter table:users
--   change-collation columns.email.collation: BINARY → NOCASE

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop index users_by_email (replace index:users_by_email)
DROP INDEX "users_by_email";

-- 2. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the collation of email changes
CREATE TABLE "_schema_sync_405077ee_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT COLLATE NOCASE
);
INSERT INTO "_schema_sync_405077ee_users" ("id", "email")
SELECT "id", "email"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_405077ee_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_405077ee_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_405077ee_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 3. create index users_by_email (replace index:users_by_email)
--    ! correctness, adds-unique: fails when two rows of users have the same "email"
--    ! slow, builds-index: reads all rows of users to build an index
CREATE UNIQUE INDEX "users_by_email" ON "users" ("email");

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop index users_by_email (replace index:users_by_email)
DROP INDEX "users_by_email";

-- 2. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the collation of email changes
CREATE TABLE "_schema_sync_3b5d8bdd_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT
);
INSERT INTO "_schema_sync_3b5d8bdd_users" ("id", "email")
SELECT "id", "email"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_3b5d8bdd_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_3b5d8bdd_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_3b5d8bdd_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 3. create index users_by_email (replace index:users_by_email)
--    ! correctness, adds-unique: fails when two rows of users have the same "email"
--    ! slow, builds-index: reads all rows of users to build an index
CREATE UNIQUE INDEX "users_by_email" ON "users" ("email");
