-- alter table:codes
--   change-primary-key primaryKey: PRIMARY KEY ("code") → PRIMARY KEY ("code") ON CONFLICT REPLACE

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table codes (alter table:codes)
--    ! rewrite, rebuilds-table: copies table codes row by row into a new one, because its primary key changes
CREATE TABLE "_schema_sync_58676654_codes" (
  "code" TEXT NOT NULL PRIMARY KEY ON CONFLICT REPLACE,
  "label" TEXT
);
INSERT OR ABORT INTO "_schema_sync_58676654_codes" ("rowid", "code", "label")
SELECT "rowid", "code", "label"
FROM "codes";
-- must find nothing: the rebuild of codes would lose rows
SELECT (SELECT count(*) FROM "codes") AS "before", (SELECT count(*) FROM "_schema_sync_58676654_codes") AS "after"
WHERE (SELECT count(*) FROM "codes") <> (SELECT count(*) FROM "_schema_sync_58676654_codes");
DROP TABLE "codes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_58676654_codes" RENAME TO "codes";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table codes (alter table:codes)
--    ! rewrite, rebuilds-table: copies table codes row by row into a new one, because its primary key changes
CREATE TABLE "_schema_sync_4eab6867_codes" (
  "code" TEXT NOT NULL PRIMARY KEY,
  "label" TEXT
);
INSERT INTO "_schema_sync_4eab6867_codes" ("rowid", "code", "label")
SELECT "rowid", "code", "label"
FROM "codes";
-- must find nothing: the rebuild of codes would lose rows
SELECT (SELECT count(*) FROM "codes") AS "before", (SELECT count(*) FROM "_schema_sync_4eab6867_codes") AS "after"
WHERE (SELECT count(*) FROM "codes") <> (SELECT count(*) FROM "_schema_sync_4eab6867_codes");
DROP TABLE "codes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_4eab6867_codes" RENAME TO "codes";
PRAGMA legacy_alter_table = OFF;
