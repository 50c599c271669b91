-- alter table:t
--   change-type columns.v.type: REAL → INTEGER

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table t (alter table:t)
--    ! rewrite, rebuilds-table: copies table t row by row into a new one, because the type of v changes
CREATE TABLE "_schema_sync_46bad0cf_t" (
  "id" INTEGER PRIMARY KEY,
  "v" INTEGER
);
INSERT INTO "_schema_sync_46bad0cf_t" ("id", "v")
SELECT "id", "v"
FROM "t";
-- must find nothing: the rebuild of t would lose rows
SELECT (SELECT count(*) FROM "t") AS "before", (SELECT count(*) FROM "_schema_sync_46bad0cf_t") AS "after"
WHERE (SELECT count(*) FROM "t") <> (SELECT count(*) FROM "_schema_sync_46bad0cf_t");
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_46bad0cf_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table t (alter table:t)
--    ! data-loss, converts-values: changes t.v from INTEGER to REAL, which converts stored values: integers beyond 2^53 lose digits [irreversible]
--    ! rewrite, rebuilds-table: copies table t row by row into a new one, because the type of v changes
CREATE TABLE "_schema_sync_09dededa_t" (
  "id" INTEGER PRIMARY KEY,
  "v" REAL
);
INSERT INTO "_schema_sync_09dededa_t" ("id", "v")
SELECT "id", "v"
FROM "t";
-- must find nothing: the rebuild of t would lose rows
SELECT (SELECT count(*) FROM "t") AS "before", (SELECT count(*) FROM "_schema_sync_09dededa_t") AS "after"
WHERE (SELECT count(*) FROM "t") <> (SELECT count(*) FROM "_schema_sync_09dededa_t");
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_09dededa_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
