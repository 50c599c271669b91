-- alter table:users
--   rename-column columns.age: years → age
--   change-type columns.age.type: TEXT → INTEGER

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! data-loss, converts-values: changes users.age from TEXT to INTEGER, which converts stored values: '7' and '007' become 7, 'abc' stays [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the type of age changes
--    ! correctness, breaks-clients: renames column users.years to age: statements that use the old name fail from then on
ALTER TABLE "users" RENAME COLUMN "years" TO age;
CREATE TABLE "_schema_sync_8b5d4dc8_users" (
  "id" INTEGER PRIMARY KEY,
  "age" INTEGER
);
INSERT INTO "_schema_sync_8b5d4dc8_users" ("id", "age")
SELECT "id", "age"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_8b5d4dc8_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_8b5d4dc8_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_8b5d4dc8_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- The way down does not bring back:
--   alter table:users: changes users.age from TEXT to INTEGER, which converts stored values: '7' and '007' become 7, 'abc' stays

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! data-loss, converts-values: changes users.years from INTEGER to TEXT, which converts stored values: 7 becomes '7', 1.5 becomes '1.5' [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the type of years changes
--    ! correctness, breaks-clients: renames column users.age to years: statements that use the old name fail from then on
ALTER TABLE "users" RENAME COLUMN "age" TO years;
CREATE TABLE "_schema_sync_6bf3d838_users" (
  "id" INTEGER PRIMARY KEY,
  "years" TEXT
);
INSERT INTO "_schema_sync_6bf3d838_users" ("id", "years")
SELECT "id", "years"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_6bf3d838_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_6bf3d838_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_6bf3d838_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
