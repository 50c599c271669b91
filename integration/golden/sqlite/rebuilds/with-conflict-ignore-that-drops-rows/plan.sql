-- alter table:codes
--   change-not-null columns.code.not-null: NULL → NOT NULL ON CONFLICT IGNORE
--   add-unique uniques.UNIQUE ("label"): UNIQUE ("label")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table codes (alter table:codes)
--    ! correctness, adds-not-null: fails when a row of codes has no value in code
--    ! rewrite, rebuilds-table: copies table codes row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of codes have the same label
CREATE TABLE "_schema_sync_f49cea58_codes" (
  "code" TEXT NOT NULL ON CONFLICT IGNORE,
  "label" TEXT UNIQUE
);
INSERT OR ABORT INTO "_schema_sync_f49cea58_codes" ("rowid", "code", "label")
SELECT "rowid", "code", "label"
FROM "codes";
-- must find nothing: the rebuild of codes would lose rows
SELECT (SELECT count(*) FROM "codes") AS "before", (SELECT count(*) FROM "_schema_sync_f49cea58_codes") AS "after"
WHERE (SELECT count(*) FROM "codes") <> (SELECT count(*) FROM "_schema_sync_f49cea58_codes");
DROP TABLE "codes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_f49cea58_codes" RENAME TO "codes";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table codes (alter table:codes)
--    ! rewrite, rebuilds-table: copies table codes row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of codes can have the same label from then on
--    ! correctness, ends-guarantee: rows of codes can have no code from then on
CREATE TABLE "_schema_sync_5b8710b5_codes" (
  "code" TEXT,
  "label" TEXT
);
INSERT INTO "_schema_sync_5b8710b5_codes" ("rowid", "code", "label")
SELECT "rowid", "code", "label"
FROM "codes";
-- must find nothing: the rebuild of codes would lose rows
SELECT (SELECT count(*) FROM "codes") AS "before", (SELECT count(*) FROM "_schema_sync_5b8710b5_codes") AS "after"
WHERE (SELECT count(*) FROM "codes") <> (SELECT count(*) FROM "_schema_sync_5b8710b5_codes");
DROP TABLE "codes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_5b8710b5_codes" RENAME TO "codes";
PRAGMA legacy_alter_table = OFF;
