-- replace index:codes: it cannot stay while table:users is altered
-- alter table:users
--   change-not-null columns.code.not-null: NULL → NOT NULL

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop index codes (replace index:codes)
DROP INDEX "codes";

-- 2. rebuild table users (alter table:users)
--    ! data-loss, fills-nulls: sets users.code to 'none' where it is NULL [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because code becomes NOT NULL
CREATE TABLE "_schema_sync_16fac099_users" (
  "id" INTEGER PRIMARY KEY,
  "code" TEXT NOT NULL DEFAULT 'none'
);
INSERT INTO "_schema_sync_16fac099_users" ("id", "code")
SELECT "id", coalesce("code", 'none')
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_16fac099_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_16fac099_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_16fac099_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 3. create index codes (replace index:codes)
--    ! correctness, adds-unique: fails when two rows of users have the same "code"
--    ! slow, builds-index: reads all rows of users to build an index
CREATE UNIQUE INDEX "codes" ON "users" ("code");

-- The way down does not bring back:
--   alter table:users: sets users.code to 'none' where it is NULL

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop index codes (replace index:codes)
DROP INDEX "codes";

-- 2. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because code is no longer NOT NULL
--    ! correctness, ends-guarantee: rows of users can have no code from then on
CREATE TABLE "_schema_sync_35c8c4b3_users" (
  "id" INTEGER PRIMARY KEY,
  "code" TEXT DEFAULT 'none'
);
INSERT INTO "_schema_sync_35c8c4b3_users" ("id", "code")
SELECT "id", "code"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_35c8c4b3_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_35c8c4b3_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_35c8c4b3_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 3. create index codes (replace index:codes)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE UNIQUE INDEX "codes" ON "users" ("code");
