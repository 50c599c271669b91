-- create index:users_by_age
-- alter table:users
--   add-column columns.age: "age" INTEGER CHECK (age >= 0)
--   add-column columns.loud: "loud" TEXT GENERATED ALWAYS AS (upper(email)) STORED
--   change-collation columns.email.collation: BINARY → NOCASE
--   add-unique uniques.CONSTRAINT "once" UNIQUE ("email"): CONSTRAINT "once" UNIQUE ("email")
--   add-check checks.CONSTRAINT "some_email" CHECK (length(email) > 0): CONSTRAINT "some_email" CHECK (length(email) > 0)

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of users have the same email
--    ! correctness, adds-check: fails when a row of users does not satisfy length(email) > 0
CREATE TABLE "_schema_sync_ffe7b99e_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT COLLATE NOCASE CONSTRAINT "once" UNIQUE CONSTRAINT "some_email" CHECK (length(email) > 0),
  "age" INTEGER CHECK (age >= 0),
  "loud" TEXT GENERATED ALWAYS AS (upper(email)) STORED
);
INSERT INTO "_schema_sync_ffe7b99e_users" ("id", "email")
SELECT "id", "email"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_ffe7b99e_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_ffe7b99e_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_ffe7b99e_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 2. create index users_by_age (create index:users_by_age)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "users_by_age" ON "users" ("age" DESC)
WHERE age > 17;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop index users_by_age (drop index:users_by_age)
DROP INDEX "users_by_age";

-- 2. rebuild table users (alter table:users)
--    ! data-loss, drops-column: drops column users.age with all of its values [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of users can have the same email from then on
--    ! correctness, ends-guarantee: rows of users need not satisfy length(email) > 0 from then on
CREATE TABLE "_schema_sync_ed3d596e_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT
);
INSERT INTO "_schema_sync_ed3d596e_users" ("id", "email")
SELECT "id", "email"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_ed3d596e_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_ed3d596e_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_ed3d596e_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
