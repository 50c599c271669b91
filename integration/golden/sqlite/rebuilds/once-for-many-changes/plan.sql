-- replace index:users_by_mail: it cannot stay while table:users is altered
-- alter table:users
--   rename-column columns.email: mail → email
--   drop-column columns.junk: "junk" TEXT
--   add-column columns.token: "token" TEXT DEFAULT (lower('ABC'))
--   add-column columns.loud: "loud" TEXT GENERATED ALWAYS AS (upper(email)) STORED
--   change-not-null columns.email.not-null: NULL → NOT NULL
--   change-default columns.state.default: 'new' → 'fresh'
--   add-unique uniques.UNIQUE ("email"): UNIQUE ("email")
--   add-check checks.CHECK (age <> ''): CHECK (age <> '')

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop index users_by_mail (replace index:users_by_mail)
DROP INDEX "users_by_mail";

-- 2. rebuild table users (alter table:users)
--    ! data-loss, drops-column: drops column users.junk with all of its values [irreversible]
--    ! correctness, adds-not-null: fails when a row of users has no value in email
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is added
--    ! correctness, breaks-clients: renames column users.mail to email: statements that use the old name fail from then on
--    ! correctness, adds-unique: fails when two rows of users have the same email
--    ! correctness, adds-check: fails when a row of users does not satisfy age <> ''
ALTER TABLE "users" RENAME COLUMN "mail" TO email;
CREATE TABLE "_schema_sync_4c85fc19_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT NOT NULL UNIQUE,
  "age" TEXT CHECK (age <> ''),
  "state" TEXT DEFAULT 'fresh',
  "token" TEXT DEFAULT (lower('ABC')),
  "loud" TEXT GENERATED ALWAYS AS (upper(email)) STORED
);
INSERT INTO "_schema_sync_4c85fc19_users" ("id", "email", "age", "state")
SELECT "id", "email", "age", "state"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_4c85fc19_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_4c85fc19_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_4c85fc19_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 3. create index users_by_mail (replace index:users_by_mail)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "users_by_mail" ON "users" ("email");

-- The way down does not bring back:
--   alter table:users: drops column users.junk with all of its values

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop index users_by_mail (replace index:users_by_mail)
DROP INDEX "users_by_mail";

-- 2. rebuild table users (alter table:users)
--    ! data-loss, drops-column: drops column users.token with all of its values [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is dropped
--    ! correctness, breaks-clients: renames column users.email to mail: statements that use the old name fail from then on
--    ! correctness, ends-guarantee: rows of users can have the same mail from then on
--    ! correctness, ends-guarantee: rows of users need not satisfy age <> '' from then on
--    ! correctness, ends-guarantee: rows of users can have no mail from then on
ALTER TABLE "users" RENAME COLUMN "email" TO mail;
CREATE TABLE "_schema_sync_8eefb440_users" (
  "id" INTEGER PRIMARY KEY,
  "mail" TEXT,
  "age" TEXT,
  "junk" TEXT,
  "state" TEXT DEFAULT 'new'
);
INSERT INTO "_schema_sync_8eefb440_users" ("id", "mail", "age", "state")
SELECT "id", "mail", "age", "state"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_8eefb440_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_8eefb440_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_8eefb440_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 3. create index users_by_mail (replace index:users_by_mail)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "users_by_mail" ON "users" ("mail");
