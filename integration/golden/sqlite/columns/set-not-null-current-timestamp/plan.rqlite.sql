-- alter table:users
--   change-not-null columns.at.not-null: NULL → NOT NULL

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! data-loss, fills-nulls: sets users.at to CURRENT_TIMESTAMP where it is NULL [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because at becomes NOT NULL
CREATE TABLE "_schema_sync_b18b7eb0_users" (
  "id" INTEGER PRIMARY KEY,
  "at" TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);
INSERT INTO "_schema_sync_b18b7eb0_users" ("id", "at")
SELECT "id", coalesce("at", CURRENT_TIMESTAMP)
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_b18b7eb0_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_b18b7eb0_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_b18b7eb0_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- The way down does not bring back:
--   alter table:users: sets users.at to CURRENT_TIMESTAMP where it is NULL

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because at is no longer NOT NULL
--    ! correctness, ends-guarantee: rows of users can have no at from then on
CREATE TABLE "_schema_sync_a0641e5a_users" (
  "id" INTEGER PRIMARY KEY,
  "at" TEXT DEFAULT CURRENT_TIMESTAMP
);
INSERT INTO "_schema_sync_a0641e5a_users" ("id", "at")
SELECT "id", "at"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_a0641e5a_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_a0641e5a_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_a0641e5a_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
