-- alter table:codes
--   add-unique uniques.UNIQUE ("code") ON CONFLICT REPLACE: UNIQUE ("code") ON CONFLICT REPLACE

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table codes (alter table:codes)
--    ! rewrite, rebuilds-table: copies table codes row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of codes have the same code
CREATE TABLE "_schema_sync_c5ad1177_codes" (
  "code" TEXT UNIQUE ON CONFLICT REPLACE,
  "label" TEXT
);
INSERT OR ABORT INTO "_schema_sync_c5ad1177_codes" ("rowid", "code", "label")
SELECT "rowid", "code", "label"
FROM "codes";
-- must find nothing: the rebuild of codes would lose rows
SELECT (SELECT count(*) FROM "codes") AS "before", (SELECT count(*) FROM "_schema_sync_c5ad1177_codes") AS "after"
WHERE (SELECT count(*) FROM "codes") <> (SELECT count(*) FROM "_schema_sync_c5ad1177_codes");
DROP TABLE "codes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_c5ad1177_codes" RENAME TO "codes";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table codes (alter table:codes)
--    ! rewrite, rebuilds-table: copies table codes row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of codes can have the same code from then on
CREATE TABLE "_schema_sync_c1054e0f_codes" (
  "code" TEXT,
  "label" TEXT
);
INSERT INTO "_schema_sync_c1054e0f_codes" ("rowid", "code", "label")
SELECT "rowid", "code", "label"
FROM "codes";
-- must find nothing: the rebuild of codes would lose rows
SELECT (SELECT count(*) FROM "codes") AS "before", (SELECT count(*) FROM "_schema_sync_c1054e0f_codes") AS "after"
WHERE (SELECT count(*) FROM "codes") <> (SELECT count(*) FROM "_schema_sync_c1054e0f_codes");
DROP TABLE "codes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_c1054e0f_codes" RENAME TO "codes";
PRAGMA legacy_alter_table = OFF;
