-- alter table:settings
--   add-unique uniques.UNIQUE ("value"): UNIQUE ("value")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table settings (alter table:settings)
--    ! rewrite, rebuilds-table: copies table settings row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of settings have the same value
CREATE TABLE "_schema_sync_782cfe42_settings" (
  "area" TEXT,
  "name" TEXT,
  "value" TEXT UNIQUE,
  PRIMARY KEY ("area", "name")
) WITHOUT ROWID;
INSERT INTO "_schema_sync_782cfe42_settings" ("area", "name", "value")
SELECT "area", "name", "value"
FROM "settings";
-- must find nothing: the rebuild of settings would lose rows
SELECT (SELECT count(*) FROM "settings") AS "before", (SELECT count(*) FROM "_schema_sync_782cfe42_settings") AS "after"
WHERE (SELECT count(*) FROM "settings") <> (SELECT count(*) FROM "_schema_sync_782cfe42_settings");
DROP TABLE "settings";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_782cfe42_settings" RENAME TO "settings";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table settings (alter table:settings)
--    ! rewrite, rebuilds-table: copies table settings row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of settings can have the same value from then on
CREATE TABLE "_schema_sync_5db70b30_settings" (
  "area" TEXT,
  "name" TEXT,
  "value" TEXT,
  PRIMARY KEY ("area", "name")
) WITHOUT ROWID;
INSERT INTO "_schema_sync_5db70b30_settings" ("area", "name", "value")
SELECT "area", "name", "value"
FROM "settings";
-- must find nothing: the rebuild of settings would lose rows
SELECT (SELECT count(*) FROM "settings") AS "before", (SELECT count(*) FROM "_schema_sync_5db70b30_settings") AS "after"
WHERE (SELECT count(*) FROM "settings") <> (SELECT count(*) FROM "_schema_sync_5db70b30_settings");
DROP TABLE "settings";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_5db70b30_settings" RENAME TO "settings";
PRAGMA legacy_alter_table = OFF;
