-- alter table:users
--   rename-column columns.made: at → made
--   change-type columns.age.type: TEXT → INTEGER

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! data-loss, converts-values: changes users.age from TEXT to INTEGER, which converts stored values: '7' and '007' become 7, 'abc' stays [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the type of age changes
--    ! correctness, breaks-clients: renames column users.at to made: statements that use the old name fail from then on
ALTER TABLE "users" RENAME COLUMN "at" TO made;
CREATE TABLE "_schema_sync_c973df73_users" (
  "id" INTEGER PRIMARY KEY,
  "made" TEXT DEFAULT CURRENT_TIMESTAMP,
  "age" INTEGER
);
INSERT INTO "_schema_sync_c973df73_users" ("id", "made", "age")
SELECT "id", "made", "age"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_c973df73_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_c973df73_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_c973df73_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- The way down does not bring back:
--   alter table:users: changes users.age from TEXT to INTEGER, which converts stored values: '7' and '007' become 7, 'abc' stays

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! data-loss, converts-values: changes users.age from INTEGER to TEXT, which converts stored values: 7 becomes '7', 1.5 becomes '1.5' [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the type of age changes
--    ! correctness, breaks-clients: renames column users.made to at: statements that use the old name fail from then on
ALTER TABLE "users" RENAME COLUMN "made" TO at;
CREATE TABLE "_schema_sync_e11f067b_users" (
  "id" INTEGER PRIMARY KEY,
  "at" TEXT DEFAULT CURRENT_TIMESTAMP,
  "age" TEXT
);
INSERT INTO "_schema_sync_e11f067b_users" ("id", "at", "age")
SELECT "id", "at", "age"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_e11f067b_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_e11f067b_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_e11f067b_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
