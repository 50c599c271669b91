-- alter table:t
--   change-type columns.v.type:  → INTEGER

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table t (alter table:t)
--    ! data-loss, converts-values: changes t.v from no type to INTEGER, which converts stored values: '7' and '007' become 7, 'abc' stays [irreversible]
--    ! rewrite, rebuilds-table: copies table t row by row into a new one, because the type of v changes
CREATE TABLE "_schema_sync_a91145e3_t" (
  "id" INTEGER PRIMARY KEY,
  "v" INTEGER
);
INSERT INTO "_schema_sync_a91145e3_t" ("id", "v")
SELECT "id", "v"
FROM "t";
-- must find nothing: the rebuild of t would lose rows
SELECT (SELECT count(*) FROM "t") AS "before", (SELECT count(*) FROM "_schema_sync_a91145e3_t") AS "after"
WHERE (SELECT count(*) FROM "t") <> (SELECT count(*) FROM "_schema_sync_a91145e3_t");
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_a91145e3_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;

-- The way down does not bring back:
--   alter table:t: changes t.v from no type to INTEGER, which converts stored values: '7' and '007' become 7, 'abc' stays

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table t (alter table:t)
--    ! rewrite, rebuilds-table: copies table t row by row into a new one, because the type of v changes
CREATE TABLE "_schema_sync_27210272_t" (
  "id" INTEGER PRIMARY KEY,
  "v"
);
INSERT INTO "_schema_sync_27210272_t" ("id", "v")
SELECT "id", "v"
FROM "t";
-- must find nothing: the rebuild of t would lose rows
SELECT (SELECT count(*) FROM "t") AS "before", (SELECT count(*) FROM "_schema_sync_27210272_t") AS "after"
WHERE (SELECT count(*) FROM "t") <> (SELECT count(*) FROM "_schema_sync_27210272_t");
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_27210272_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
