-- replace index:tmp_index: it cannot stay while table:users is altered
-- alter table:users
--   change-not-null columns.Email.not-null: NULL → NOT NULL
--   change-type columns.logins.type:  → INTEGER
-- replace trigger:tmp_trigger: it cannot stay while table:users is altered
-- left alone: index tmp_index: excluded by tmp_*
-- left alone: trigger tmp_trigger: excluded by tmp_*
-- left alone: view tmp_broken: excluded by tmp_*

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop index tmp_index (replace index:tmp_index)
DROP INDEX "tmp_index";

-- 2. drop trigger tmp_trigger (replace trigger:tmp_trigger)
DROP TRIGGER "tmp_trigger";

-- 3. rebuild table users (alter table:users)
--    ! correctness, adds-not-null: fails when a row of users has no value in Email
--    ! data-loss, converts-values: changes users.logins from no type to INTEGER, which converts stored values: '7' and '007' become 7, 'abc' stays [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because Email becomes NOT NULL
CREATE TABLE "_schema_sync_7269a079_users" (
  "id" INTEGER PRIMARY KEY,
  "Email" TEXT NOT NULL,
  "logins" INTEGER
);
INSERT INTO "_schema_sync_7269a079_users" ("id", "Email", "logins")
SELECT "id", "Email", "logins"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_7269a079_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_7269a079_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_7269a079_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 4. create index tmp_index (replace index:tmp_index)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX tmp_index on users ( Email collate nocase /* c */ desc ) -- sorted
  where logins > 1;

-- 5. create trigger tmp_trigger (replace trigger:tmp_trigger)
CREATE TRIGGER tmp_trigger /* head */ after insert
  on users -- comment
begin
  select 1; -- inside
end;

-- The way down does not bring back:
--   alter table:users: changes users.logins from no type to INTEGER, which converts stored values: '7' and '007' become 7, 'abc' stays

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop index tmp_index (replace index:tmp_index)
DROP INDEX "tmp_index";

-- 2. drop trigger tmp_trigger (replace trigger:tmp_trigger)
DROP TRIGGER "tmp_trigger";

-- 3. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because Email is no longer NOT NULL
--    ! correctness, ends-guarantee: rows of users can have no Email from then on
CREATE TABLE "_schema_sync_23a40406_users" (
  "id" INTEGER PRIMARY KEY,
  "Email" TEXT,
  "logins"
);
INSERT INTO "_schema_sync_23a40406_users" ("id", "Email", "logins")
SELECT "id", "Email", "logins"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_23a40406_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_23a40406_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_23a40406_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 4. create index tmp_index (replace index:tmp_index)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX tmp_index on users ( Email collate nocase /* c */ desc ) -- sorted
  where logins > 1;

-- 5. create trigger tmp_trigger (replace trigger:tmp_trigger)
CREATE TRIGGER tmp_trigger /* head */ after insert
  on users -- comment
begin
  select 1; -- inside
end;
