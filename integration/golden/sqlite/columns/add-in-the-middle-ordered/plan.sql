-- alter table:users
--   add-column columns.name: "name" TEXT
--   change-column-order columns: ["id","email"] → ["id","name","email"]

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because its columns change places
CREATE TABLE "_schema_sync_adac4a0a_users" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT,
  "email" TEXT
);
INSERT INTO "_schema_sync_adac4a0a_users" ("id", "email")
SELECT "id", "email"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_adac4a0a_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_adac4a0a_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_adac4a0a_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column users.name (alter table:users)
--    ! data-loss, drops-column: drops column users.name with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "name";
