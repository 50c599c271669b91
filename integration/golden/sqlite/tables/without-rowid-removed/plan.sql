-- alter table:settings
--   change-not-null columns.name.not-null: NULL → NOT NULL
--   change-without-rowid withoutRowid: true → false

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table settings (alter table:settings)
--    ! rewrite, rebuilds-table: copies table settings row by row into a new one, because it becomes a table with rowids
CREATE TABLE "_schema_sync_c00610ae_settings" (
  "name" TEXT NOT NULL PRIMARY KEY,
  "value" TEXT
);
INSERT INTO "_schema_sync_c00610ae_settings" ("name", "value")
SELECT "name", "value"
FROM "settings";
-- must find nothing: the rebuild of settings would lose rows
SELECT (SELECT count(*) FROM "settings") AS "before", (SELECT count(*) FROM "_schema_sync_c00610ae_settings") AS "after"
WHERE (SELECT count(*) FROM "settings") <> (SELECT count(*) FROM "_schema_sync_c00610ae_settings");
DROP TABLE "settings";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_c00610ae_settings" RENAME TO "settings";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table settings (alter table:settings)
--    ! rewrite, rebuilds-table: copies table settings row by row into a new one, because it becomes a table without rowids
CREATE TABLE "_schema_sync_17d69d39_settings" (
  "name" TEXT PRIMARY KEY,
  "value" TEXT
) WITHOUT ROWID;
INSERT INTO "_schema_sync_17d69d39_settings" ("name", "value")
SELECT "name", "value"
FROM "settings";
-- must find nothing: the rebuild of settings would lose rows
SELECT (SELECT count(*) FROM "settings") AS "before", (SELECT count(*) FROM "_schema_sync_17d69d39_settings") AS "after"
WHERE (SELECT count(*) FROM "settings") <> (SELECT count(*) FROM "_schema_sync_17d69d39_settings");
DROP TABLE "settings";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_17d69d39_settings" RENAME TO "settings";
PRAGMA legacy_alter_table = OFF;
