-- alter table:users
--   change-not-null columns.age.not-null: NULL → NOT NULL

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! data-loss, fills-nulls: sets users.age to 'none' where it is NULL [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because age becomes NOT NULL
--    ! correctness, enforces-types: gives rows of users where age is NULL the default 'none' in age, which is no INTEGER: fails when there are any
CREATE TABLE "_schema_sync_387589e1_users" (
  "id" INTEGER PRIMARY KEY,
  "age" INTEGER NOT NULL DEFAULT 'none'
) STRICT;
INSERT INTO "_schema_sync_387589e1_users" ("id", "age")
SELECT "id", coalesce("age", 'none')
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_387589e1_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_387589e1_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_387589e1_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- The way down does not bring back:
--   alter table:users: sets users.age to 'none' where it is NULL

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because age is no longer NOT NULL
--    ! correctness, ends-guarantee: rows of users can have no age from then on
CREATE TABLE "_schema_sync_eb0c573c_users" (
  "id" INTEGER PRIMARY KEY,
  "age" INTEGER DEFAULT 'none'
) STRICT;
INSERT INTO "_schema_sync_eb0c573c_users" ("id", "age")
SELECT "id", "age"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_eb0c573c_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_eb0c573c_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_eb0c573c_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
