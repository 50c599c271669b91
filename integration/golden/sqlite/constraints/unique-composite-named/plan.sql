-- alter table:memberships
--   add-unique uniques.CONSTRAINT "once" UNIQUE ("user_id", "team_id"): CONSTRAINT "once" UNIQUE ("user_id", "team_id")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table memberships (alter table:memberships)
--    ! rewrite, rebuilds-table: copies table memberships row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of memberships have the same user_id, team_id
CREATE TABLE "_schema_sync_3e578fcf_memberships" (
  "user_id" INTEGER,
  "team_id" INTEGER,
  CONSTRAINT "once" UNIQUE ("user_id", "team_id")
);
INSERT INTO "_schema_sync_3e578fcf_memberships" ("rowid", "user_id", "team_id")
SELECT "rowid", "user_id", "team_id"
FROM "memberships";
-- must find nothing: the rebuild of memberships would lose rows
SELECT (SELECT count(*) FROM "memberships") AS "before", (SELECT count(*) FROM "_schema_sync_3e578fcf_memberships") AS "after"
WHERE (SELECT count(*) FROM "memberships") <> (SELECT count(*) FROM "_schema_sync_3e578fcf_memberships");
DROP TABLE "memberships";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_3e578fcf_memberships" RENAME TO "memberships";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table memberships (alter table:memberships)
--    ! rewrite, rebuilds-table: copies table memberships row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of memberships can have the same user_id, team_id from then on
CREATE TABLE "_schema_sync_500324b4_memberships" (
  "user_id" INTEGER,
  "team_id" INTEGER
);
INSERT INTO "_schema_sync_500324b4_memberships" ("rowid", "user_id", "team_id")
SELECT "rowid", "user_id", "team_id"
FROM "memberships";
-- must find nothing: the rebuild of memberships would lose rows
SELECT (SELECT count(*) FROM "memberships") AS "before", (SELECT count(*) FROM "_schema_sync_500324b4_memberships") AS "after"
WHERE (SELECT count(*) FROM "memberships") <> (SELECT count(*) FROM "_schema_sync_500324b4_memberships");
DROP TABLE "memberships";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_500324b4_memberships" RENAME TO "memberships";
PRAGMA legacy_alter_table = OFF;
