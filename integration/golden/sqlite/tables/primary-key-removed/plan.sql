-- alter table:codes
--   drop-primary-key primaryKey: PRIMARY KEY ("code")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table codes (alter table:codes)
--    ! rewrite, rebuilds-table: copies table codes row by row into a new one, because its primary key changes
--    ! correctness, ends-guarantee: rows of codes can have the same code from then on
CREATE TABLE "_schema_sync_287fd020_codes" (
  "code" TEXT NOT NULL,
  "label" TEXT
);
INSERT INTO "_schema_sync_287fd020_codes" ("rowid", "code", "label")
SELECT "rowid", "code", "label"
FROM "codes";
-- must find nothing: the rebuild of codes would lose rows
SELECT (SELECT count(*) FROM "codes") AS "before", (SELECT count(*) FROM "_schema_sync_287fd020_codes") AS "after"
WHERE (SELECT count(*) FROM "codes") <> (SELECT count(*) FROM "_schema_sync_287fd020_codes");
DROP TABLE "codes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_287fd020_codes" RENAME TO "codes";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table codes (alter table:codes)
--    ! rewrite, rebuilds-table: copies table codes row by row into a new one, because its primary key changes
--    ! correctness, changes-primary-key: changes the primary key of codes: fails when rows have equal or missing keys
CREATE TABLE "_schema_sync_456b7a20_codes" (
  "code" TEXT NOT NULL PRIMARY KEY,
  "label" TEXT
);
INSERT INTO "_schema_sync_456b7a20_codes" ("rowid", "code", "label")
SELECT "rowid", "code", "label"
FROM "codes";
-- must find nothing: the rebuild of codes would lose rows
SELECT (SELECT count(*) FROM "codes") AS "before", (SELECT count(*) FROM "_schema_sync_456b7a20_codes") AS "after"
WHERE (SELECT count(*) FROM "codes") <> (SELECT count(*) FROM "_schema_sync_456b7a20_codes");
DROP TABLE "codes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_456b7a20_codes" RENAME TO "codes";
PRAGMA legacy_alter_table = OFF;
