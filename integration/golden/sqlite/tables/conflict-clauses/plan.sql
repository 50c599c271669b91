-- alter table:codes
--   change-not-null columns.code.not-null: NOT NULL → NOT NULL ON CONFLICT IGNORE
--   drop-unique uniques.UNIQUE ("label"): UNIQUE ("label")
--   add-unique uniques.UNIQUE ("label") ON CONFLICT REPLACE: UNIQUE ("label") ON CONFLICT REPLACE

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table codes (alter table:codes)
--    ! rewrite, rebuilds-table: copies table codes row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of codes have the same label
CREATE TABLE "_schema_sync_36244f78_codes" (
  "code" TEXT NOT NULL ON CONFLICT IGNORE,
  "label" TEXT UNIQUE ON CONFLICT REPLACE
);
INSERT OR ABORT INTO "_schema_sync_36244f78_codes" ("rowid", "code", "label")
SELECT "rowid", "code", "label"
FROM "codes";
-- must find nothing: the rebuild of codes would lose rows
SELECT (SELECT count(*) FROM "codes") AS "before", (SELECT count(*) FROM "_schema_sync_36244f78_codes") AS "after"
WHERE (SELECT count(*) FROM "codes") <> (SELECT count(*) FROM "_schema_sync_36244f78_codes");
DROP TABLE "codes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_36244f78_codes" RENAME TO "codes";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table codes (alter table:codes)
--    ! rewrite, rebuilds-table: copies table codes row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of codes have the same label
CREATE TABLE "_schema_sync_f2d9bc98_codes" (
  "code" TEXT NOT NULL,
  "label" TEXT UNIQUE
);
INSERT INTO "_schema_sync_f2d9bc98_codes" ("rowid", "code", "label")
SELECT "rowid", "code", "label"
FROM "codes";
-- must find nothing: the rebuild of codes would lose rows
SELECT (SELECT count(*) FROM "codes") AS "before", (SELECT count(*) FROM "_schema_sync_f2d9bc98_codes") AS "after"
WHERE (SELECT count(*) FROM "codes") <> (SELECT count(*) FROM "_schema_sync_f2d9bc98_codes");
DROP TABLE "codes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_f2d9bc98_codes" RENAME TO "codes";
PRAGMA legacy_alter_table = OFF;
