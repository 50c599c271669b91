-- alter table:users
--   change-not-null columns.email.not-null: NULL → NOT NULL
--   change-default columns.email.default: none → ''

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! data-loss, fills-nulls: sets users.email to '' where it is NULL [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the default of email changes
CREATE TABLE "_schema_sync_c9d4afb8_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT NOT NULL DEFAULT ''
);
INSERT INTO "_schema_sync_c9d4afb8_users" ("id", "email")
SELECT "id", coalesce("email", '')
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_c9d4afb8_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_c9d4afb8_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_c9d4afb8_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- The way down does not bring back:
--   alter table:users: sets users.email to '' where it is NULL

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the default of email changes
--    ! correctness, ends-guarantee: rows of users can have no email from then on
CREATE TABLE "_schema_sync_76ebe4d6_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT
);
INSERT INTO "_schema_sync_76ebe4d6_users" ("id", "email")
SELECT "id", "email"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_76ebe4d6_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_76ebe4d6_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_76ebe4d6_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
