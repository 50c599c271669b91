-- alter table:log
--   add-unique uniques.UNIQUE ("line"): UNIQUE ("line")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table log (alter table:log)
--    ! rewrite, rebuilds-table: copies table log row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of log have the same line
CREATE TABLE "_schema_sync_0175acc8_log" (
  "id" INTEGER PRIMARY KEY,
  "line" TEXT UNIQUE
);
INSERT INTO "_schema_sync_0175acc8_log" ("id", "line")
SELECT "id", "line"
FROM "log";
-- must find nothing: the rebuild of log would lose rows
SELECT (SELECT count(*) FROM "log") AS "before", (SELECT count(*) FROM "_schema_sync_0175acc8_log") AS "after"
WHERE (SELECT count(*) FROM "log") <> (SELECT count(*) FROM "_schema_sync_0175acc8_log");
DROP TABLE "log";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_0175acc8_log" RENAME TO "log";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table log (alter table:log)
--    ! rewrite, rebuilds-table: copies table log row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of log can have the same line from then on
CREATE TABLE "_schema_sync_19d3fa80_log" (
  "id" INTEGER PRIMARY KEY,
  "line" TEXT
);
INSERT INTO "_schema_sync_19d3fa80_log" ("id", "line")
SELECT "id", "line"
FROM "log";
-- must find nothing: the rebuild of log would lose rows
SELECT (SELECT count(*) FROM "log") AS "before", (SELECT count(*) FROM "_schema_sync_19d3fa80_log") AS "after"
WHERE (SELECT count(*) FROM "log") <> (SELECT count(*) FROM "_schema_sync_19d3fa80_log");
DROP TABLE "log";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_19d3fa80_log" RENAME TO "log";
PRAGMA legacy_alter_table = OFF;
