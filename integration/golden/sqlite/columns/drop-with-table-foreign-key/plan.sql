-- alter table:users
--   drop-column columns.team_id: "team_id" INTEGER REFERENCES "teams" ("id")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! data-loss, drops-column: drops column users.team_id with all of its values [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a foreign key is dropped
CREATE TABLE "_schema_sync_5f495def_users" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT
);
INSERT INTO "_schema_sync_5f495def_users" ("id", "name")
SELECT "id", "name"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_5f495def_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_5f495def_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_5f495def_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- The way down does not bring back:
--   alter table:users: drops column users.team_id with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add column users.team_id (alter table:users)
ALTER TABLE "users" ADD COLUMN "team_id" INTEGER REFERENCES "teams" ("id");
