-- alter table:t
--   change-type columns.v.type: NUMERIC → TEXT

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table t (alter table:t)
--    ! data-loss, converts-values: changes t.v from NUMERIC to TEXT, which converts stored values: 7 becomes '7', 1.5 becomes '1.5' [irreversible]
--    ! rewrite, rebuilds-table: copies table t row by row into a new one, because the type of v changes
CREATE TABLE "_schema_sync_e6395675_t" (
  "id" INTEGER PRIMARY KEY,
  "v" TEXT
);
INSERT INTO "_schema_sync_e6395675_t" ("id", "v")
SELECT "id", "v"
FROM "t";
-- must find nothing: the rebuild of t would lose rows
SELECT (SELECT count(*) FROM "t") AS "before", (SELECT count(*) FROM "_schema_sync_e6395675_t") AS "after"
WHERE (SELECT count(*) FROM "t") <> (SELECT count(*) FROM "_schema_sync_e6395675_t");
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_e6395675_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;

-- The way down does not bring back:
--   alter table:t: changes t.v from NUMERIC to TEXT, which converts stored values: 7 becomes '7', 1.5 becomes '1.5'

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table t (alter table:t)
--    ! data-loss, converts-values: changes t.v from TEXT to NUMERIC, which converts stored values: '7' and '007' become 7, 'abc' stays [irreversible]
--    ! rewrite, rebuilds-table: copies table t row by row into a new one, because the type of v changes
CREATE TABLE "_schema_sync_fe260bd9_t" (
  "id" INTEGER PRIMARY KEY,
  "v" NUMERIC
);
INSERT INTO "_schema_sync_fe260bd9_t" ("id", "v")
SELECT "id", "v"
FROM "t";
-- must find nothing: the rebuild of t would lose rows
SELECT (SELECT count(*) FROM "t") AS "before", (SELECT count(*) FROM "_schema_sync_fe260bd9_t") AS "after"
WHERE (SELECT count(*) FROM "t") <> (SELECT count(*) FROM "_schema_sync_fe260bd9_t");
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_fe260bd9_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
