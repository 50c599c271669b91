-- alter table:words
--   change-default columns.weight.default: 1 → 2

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table words (alter table:words)
--    ! rewrite, rebuilds-table: copies table words row by row into a new one, because the default of weight changes
CREATE TABLE "_schema_sync_ce38d8e2_words" (
  "rowid" TEXT,
  "oid" TEXT,
  "weight" INTEGER DEFAULT 2
);
INSERT INTO "_schema_sync_ce38d8e2_words" ("_rowid_", "rowid", "oid", "weight")
SELECT "_rowid_", "rowid", "oid", "weight"
FROM "words";
-- must find nothing: the rebuild of words would lose rows
SELECT (SELECT count(*) FROM "words") AS "before", (SELECT count(*) FROM "_schema_sync_ce38d8e2_words") AS "after"
WHERE (SELECT count(*) FROM "words") <> (SELECT count(*) FROM "_schema_sync_ce38d8e2_words");
DROP TABLE "words";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_ce38d8e2_words" RENAME TO "words";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table words (alter table:words)
--    ! rewrite, rebuilds-table: copies table words row by row into a new one, because the default of weight changes
CREATE TABLE "_schema_sync_ce87258f_words" (
  "rowid" TEXT,
  "oid" TEXT,
  "weight" INTEGER DEFAULT 1
);
INSERT INTO "_schema_sync_ce87258f_words" ("_rowid_", "rowid", "oid", "weight")
SELECT "_rowid_", "rowid", "oid", "weight"
FROM "words";
-- must find nothing: the rebuild of words would lose rows
SELECT (SELECT count(*) FROM "words") AS "before", (SELECT count(*) FROM "_schema_sync_ce87258f_words") AS "after"
WHERE (SELECT count(*) FROM "words") <> (SELECT count(*) FROM "_schema_sync_ce87258f_words");
DROP TABLE "words";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_ce87258f_words" RENAME TO "words";
PRAGMA legacy_alter_table = OFF;
