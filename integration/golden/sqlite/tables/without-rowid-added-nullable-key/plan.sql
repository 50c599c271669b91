-- alter table:t
--   change-without-rowid withoutRowid: false → true

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table t (alter table:t)
--    ! rewrite, rebuilds-table: copies table t row by row into a new one, because it becomes a table without rowids
--    ! correctness, changes-primary-key: changes the primary key of t: fails when rows have equal or missing keys
CREATE TABLE "_schema_sync_b5cb3c1b_t" (
  "a" INTEGER,
  "b" INTEGER,
  PRIMARY KEY ("b", "a")
) WITHOUT ROWID;
INSERT INTO "_schema_sync_b5cb3c1b_t" ("a", "b")
SELECT "a", "b"
FROM "t";
-- must find nothing: the rebuild of t would lose rows
SELECT (SELECT count(*) FROM "t") AS "before", (SELECT count(*) FROM "_schema_sync_b5cb3c1b_t") AS "after"
WHERE (SELECT count(*) FROM "t") <> (SELECT count(*) FROM "_schema_sync_b5cb3c1b_t");
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_b5cb3c1b_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table t (alter table:t)
--    ! rewrite, rebuilds-table: copies table t row by row into a new one, because it becomes a table with rowids
CREATE TABLE "_schema_sync_fd67f0e4_t" (
  "a" INTEGER,
  "b" INTEGER,
  PRIMARY KEY ("b", "a")
);
INSERT INTO "_schema_sync_fd67f0e4_t" ("a", "b")
SELECT "a", "b"
FROM "t";
-- must find nothing: the rebuild of t would lose rows
SELECT (SELECT count(*) FROM "t") AS "before", (SELECT count(*) FROM "_schema_sync_fd67f0e4_t") AS "after"
WHERE (SELECT count(*) FROM "t") <> (SELECT count(*) FROM "_schema_sync_fd67f0e4_t");
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_fd67f0e4_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
