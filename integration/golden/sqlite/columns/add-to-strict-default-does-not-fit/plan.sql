-- alter table:users
--   add-column columns.age: "age" INTEGER DEFAULT 'none'

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because age is added with a default that its type refuses
--    ! correctness, enforces-types: gives rows of users the default 'none' in age, which is no INTEGER: fails when there are any
CREATE TABLE "_schema_sync_b9d349b7_users" (
  "id" INTEGER PRIMARY KEY,
  "age" INTEGER DEFAULT 'none'
) STRICT;
INSERT INTO "_schema_sync_b9d349b7_users" ("id")
SELECT "id"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_b9d349b7_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_b9d349b7_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_b9d349b7_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column users.age (alter table:users)
--    ! data-loss, drops-column: drops column users.age with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "age";
