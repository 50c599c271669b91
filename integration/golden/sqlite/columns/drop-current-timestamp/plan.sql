-- alter table:users
--   drop-column columns.at: "at" TEXT DEFAULT CURRENT_TIMESTAMP

-- ==== up ====
-- batch, all or nothing

-- 1. drop column users.at (alter table:users)
--    ! data-loss, drops-column: drops column users.at with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "at";

-- The way down does not bring back:
--   alter table:users: drops column users.at with all of its values

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because at is added with a default that is computed
CREATE TABLE "_schema_sync_c7d25c4b_users" (
  "id" INTEGER PRIMARY KEY,
  "at" TEXT DEFAULT CURRENT_TIMESTAMP
);
INSERT INTO "_schema_sync_c7d25c4b_users" ("id")
SELECT "id"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_c7d25c4b_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_c7d25c4b_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_c7d25c4b_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
