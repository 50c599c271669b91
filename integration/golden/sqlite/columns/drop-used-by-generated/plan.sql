-- alter table:users
--   drop-column columns.first: "first" TEXT
--   change-generated columns.full.generated: AS ("first" || ' ' || "last") VIRTUAL → AS ("last") VIRTUAL

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! data-loss, drops-column: drops column users.first with all of its values [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because first is dropped and something else of the table uses it
CREATE TABLE "_schema_sync_59af4653_users" (
  "id" INTEGER PRIMARY KEY,
  "last" TEXT,
  "full" TEXT GENERATED ALWAYS AS ("last") VIRTUAL
);
INSERT INTO "_schema_sync_59af4653_users" ("id", "last")
SELECT "id", "last"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_59af4653_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_59af4653_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_59af4653_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- The way down does not bring back:
--   alter table:users: drops column users.first with all of its values

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the expression of full changes
CREATE TABLE "_schema_sync_c7876bbb_users" (
  "id" INTEGER PRIMARY KEY,
  "first" TEXT,
  "last" TEXT,
  "full" TEXT GENERATED ALWAYS AS ("first" || ' ' || "last") VIRTUAL
);
INSERT INTO "_schema_sync_c7876bbb_users" ("id", "last")
SELECT "id", "last"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_c7876bbb_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_c7876bbb_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_c7876bbb_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
