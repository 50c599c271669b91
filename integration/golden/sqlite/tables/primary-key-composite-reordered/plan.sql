-- alter table:memberships
--   change-primary-key primaryKey: PRIMARY KEY ("user_id", "team_id") → PRIMARY KEY ("team_id", "user_id")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table memberships (alter table:memberships)
--    ! rewrite, rebuilds-table: copies table memberships row by row into a new one, because its primary key changes
--    ! correctness, changes-primary-key: changes the primary key of memberships: fails when rows have equal or missing keys
CREATE TABLE "_schema_sync_5900faad_memberships" (
  "user_id" INTEGER,
  "team_id" INTEGER,
  "role" TEXT,
  PRIMARY KEY ("team_id", "user_id")
);
INSERT INTO "_schema_sync_5900faad_memberships" ("rowid", "user_id", "team_id", "role")
SELECT "rowid", "user_id", "team_id", "role"
FROM "memberships";
-- must find nothing: the rebuild of memberships would lose rows
SELECT (SELECT count(*) FROM "memberships") AS "before", (SELECT count(*) FROM "_schema_sync_5900faad_memberships") AS "after"
WHERE (SELECT count(*) FROM "memberships") <> (SELECT count(*) FROM "_schema_sync_5900faad_memberships");
DROP TABLE "memberships";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_5900faad_memberships" RENAME TO "memberships";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table memberships (alter table:memberships)
--    ! rewrite, rebuilds-table: copies table memberships row by row into a new one, because its primary key changes
--    ! correctness, changes-primary-key: changes the primary key of memberships: fails when rows have equal or missing keys
CREATE TABLE "_schema_sync_34d12a02_memberships" (
  "user_id" INTEGER,
  "team_id" INTEGER,
  "role" TEXT,
  PRIMARY KEY ("user_id", "team_id")
);
INSERT INTO "_schema_sync_34d12a02_memberships" ("rowid", "user_id", "team_id", "role")
SELECT "rowid", "user_id", "team_id", "role"
FROM "memberships";
-- must find nothing: the rebuild of memberships would lose rows
SELECT (SELECT count(*) FROM "memberships") AS "before", (SELECT count(*) FROM "_schema_sync_34d12a02_memberships") AS "after"
WHERE (SELECT count(*) FROM "memberships") <> (SELECT count(*) FROM "_schema_sync_34d12a02_memberships");
DROP TABLE "memberships";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_34d12a02_memberships" RENAME TO "memberships";
PRAGMA legacy_alter_table = OFF;
