-- alter table:t
--   change-strict strict: false → true

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table t (alter table:t)
--    ! rewrite, rebuilds-table: copies table t row by row into a new one, because it becomes STRICT
--    ! correctness, enforces-types: fails when a row of t holds a value that does not fit the type of its column
CREATE TABLE "_schema_sync_65f54f5c_t" (
  "id" INTEGER PRIMARY KEY,
  "a" ANY
) STRICT;
INSERT INTO "_schema_sync_65f54f5c_t" ("id", "a")
SELECT "id", "a"
FROM "t";
-- must find nothing: the rebuild of t would lose rows
SELECT (SELECT count(*) FROM "t") AS "before", (SELECT count(*) FROM "_schema_sync_65f54f5c_t") AS "after"
WHERE (SELECT count(*) FROM "t") <> (SELECT count(*) FROM "_schema_sync_65f54f5c_t");
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_65f54f5c_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from ANY of a STRICT table to ANY, which converts stored values: '7' and '007' become 7, 'abc' stays [irreversible]
--    ! rewrite, rebuilds-table: copies table t row by row into a new one, because it becomes non-STRICT
CREATE TABLE "_schema_sync_44be443e_t" (
  "id" INTEGER PRIMARY KEY,
  "a" ANY
);
INSERT INTO "_schema_sync_44be443e_t" ("id", "a")
SELECT "id", "a"
FROM "t";
-- must find nothing: the rebuild of t would lose rows
SELECT (SELECT count(*) FROM "t") AS "before", (SELECT count(*) FROM "_schema_sync_44be443e_t") AS "after"
WHERE (SELECT count(*) FROM "t") <> (SELECT count(*) FROM "_schema_sync_44be443e_t");
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_44be443e_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
