-- alter table:users
--   drop-column columns.id: "id" INTEGER PRIMARY KEY
--   drop-primary-key primaryKey: PRIMARY KEY ("id")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! data-loss, drops-column: drops column users.id with all of its values [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because its primary key changes
CREATE TABLE "_schema_sync_d28fe241_users" (
  "name" TEXT
);
INSERT INTO "_schema_sync_d28fe241_users" ("rowid", "name")
SELECT "id", "name"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_d28fe241_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_d28fe241_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_d28fe241_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- The way down does not bring back:
--   alter table:users: drops column users.id with all of its values

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because its primary key changes
CREATE TABLE "_schema_sync_15484b13_users" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT
);
INSERT INTO "_schema_sync_15484b13_users" ("id", "name")
SELECT "rowid", "name"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_15484b13_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_15484b13_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_15484b13_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
