-- alter table:users
--   add-column columns.age: "age" INTEGER DEFAULT '7'
--   add-column columns.share: "share" REAL DEFAULT 1
--   add-column columns.name: "name" TEXT NOT NULL DEFAULT 5
--   add-column columns.token: "token" BLOB DEFAULT x'00'
--   add-column columns.other: "other" ANY DEFAULT 'x'
--   add-column columns.seen: "seen" TEXT GENERATED ALWAYS AS (name || '!') VIRTUAL
--   add-column columns.copied: "copied" INT GENERATED ALWAYS AS (age) VIRTUAL

-- ==== up ====
-- batch, all or nothing

-- 1. add column users.age (alter table:users)
ALTER TABLE "users" ADD COLUMN "age" INTEGER DEFAULT '7';

-- 2. add column users.share (alter table:users)
ALTER TABLE "users" ADD COLUMN "share" REAL DEFAULT 1;

-- 3. add column users.name (alter table:users)
ALTER TABLE "users" ADD COLUMN "name" TEXT NOT NULL DEFAULT 5;

-- 4. add column users.token (alter table:users)
ALTER TABLE "users" ADD COLUMN "token" BLOB DEFAULT x'00';

-- 5. add column users.other (alter table:users)
ALTER TABLE "users" ADD COLUMN "other" ANY DEFAULT 'x';

-- 6. add column users.seen (alter table:users)
ALTER TABLE "users" ADD COLUMN "seen" TEXT GENERATED ALWAYS AS (name || '!') VIRTUAL;

-- 7. add column users.copied (alter table:users)
ALTER TABLE "users" ADD COLUMN "copied" INT GENERATED ALWAYS AS (age) VIRTUAL;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! data-loss, drops-column: drops column users.age with all of its values [irreversible]
--    ! data-loss, drops-column: drops column users.share with all of its values [irreversible]
--    ! data-loss, drops-column: drops column users.name with all of its values [irreversible]
--    ! data-loss, drops-column: drops column users.token with all of its values [irreversible]
--    ! data-loss, drops-column: drops column users.other with all of its values [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because several columns are dropped
CREATE TABLE "_schema_sync_56fa72b4_users" (
  "id" INTEGER PRIMARY KEY
) STRICT;
INSERT INTO "_schema_sync_56fa72b4_users" ("id")
SELECT "id"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_56fa72b4_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_56fa72b4_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_56fa72b4_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
