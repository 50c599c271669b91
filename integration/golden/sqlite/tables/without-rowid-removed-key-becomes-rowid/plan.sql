-- alter table:t
--   change-without-rowid withoutRowid: true → false

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table t (alter table:t)
--    ! rewrite, rebuilds-table: copies table t row by row into a new one, because it becomes a table with rowids
--    ! correctness, changes-primary-key: makes t.a the rowid: fails when rows have equal keys, or keys that are no whole numbers
CREATE TABLE "_schema_sync_fb0fa34c_t" (
  "a" INTEGER PRIMARY KEY,
  "b" TEXT
);
INSERT INTO "_schema_sync_fb0fa34c_t" ("a", "b")
SELECT "a", "b"
FROM "t";
-- must find nothing: the rebuild of t would lose rows
SELECT (SELECT count(*) FROM "t") AS "before", (SELECT count(*) FROM "_schema_sync_fb0fa34c_t") AS "after"
WHERE (SELECT count(*) FROM "t") <> (SELECT count(*) FROM "_schema_sync_fb0fa34c_t");
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_fb0fa34c_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table t (alter table:t)
--    ! rewrite, rebuilds-table: copies table t row by row into a new one, because it becomes a table without rowids
CREATE TABLE "_schema_sync_0909d7e5_t" (
  "a" INTEGER PRIMARY KEY,
  "b" TEXT
) WITHOUT ROWID;
INSERT INTO "_schema_sync_0909d7e5_t" ("a", "b")
SELECT "a", "b"
FROM "t";
-- must find nothing: the rebuild of t would lose rows
SELECT (SELECT count(*) FROM "t") AS "before", (SELECT count(*) FROM "_schema_sync_0909d7e5_t") AS "after"
WHERE (SELECT count(*) FROM "t") <> (SELECT count(*) FROM "_schema_sync_0909d7e5_t");
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_0909d7e5_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
