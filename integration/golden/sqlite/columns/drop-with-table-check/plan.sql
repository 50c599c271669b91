-- alter table:users
--   drop-column columns.age: "age" INTEGER CHECK (age > 0)

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! data-loss, drops-column: drops column users.age with all of its values [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a check is dropped
CREATE TABLE "_schema_sync_e6c8a582_users" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT
);
INSERT INTO "_schema_sync_e6c8a582_users" ("id", "name")
SELECT "id", "name"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_e6c8a582_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_e6c8a582_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_e6c8a582_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- The way down does not bring back:
--   alter table:users: drops column users.age with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add column users.age (alter table:users)
ALTER TABLE "users" ADD COLUMN "age" INTEGER CHECK (age > 0);
