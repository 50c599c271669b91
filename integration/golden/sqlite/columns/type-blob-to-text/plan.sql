-- alter table:t
--   change-type columns.v.type: BLOB → TEXT

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table t (alter table:t)
--    ! data-loss, converts-values: changes t.v from BLOB to TEXT, which converts stored values: 7 becomes '7', 1.5 becomes '1.5' [irreversible]
--    ! rewrite, rebuilds-table: copies table t row by row into a new one, because the type of v changes
CREATE TABLE "_schema_sync_b25e5a1a_t" (
  "id" INTEGER PRIMARY KEY,
  "v" TEXT
);
INSERT INTO "_schema_sync_b25e5a1a_t" ("id", "v")
SELECT "id", "v"
FROM "t";
-- must find nothing: the rebuild of t would lose rows
SELECT (SELECT count(*) FROM "t") AS "before", (SELECT count(*) FROM "_schema_sync_b25e5a1a_t") AS "after"
WHERE (SELECT count(*) FROM "t") <> (SELECT count(*) FROM "_schema_sync_b25e5a1a_t");
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_b25e5a1a_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;

-- The way down does not bring back:
--   alter table:t: changes t.v from BLOB to TEXT, which converts stored values: 7 becomes '7', 1.5 becomes '1.5'

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table t (alter table:t)
--    ! rewrite, rebuilds-table: copies table t row by row into a new one, because the type of v changes
CREATE TABLE "_schema_sync_92afedf1_t" (
  "id" INTEGER PRIMARY KEY,
  "v" BLOB
);
INSERT INTO "_schema_sync_92afedf1_t" ("id", "v")
SELECT "id", "v"
FROM "t";
-- must find nothing: the rebuild of t would lose rows
SELECT (SELECT count(*) FROM "t") AS "before", (SELECT count(*) FROM "_schema_sync_92afedf1_t") AS "after"
WHERE (SELECT count(*) FROM "t") <> (SELECT count(*) FROM "_schema_sync_92afedf1_t");
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_92afedf1_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
