-- alter table:nodes
--   add-unique uniques.UNIQUE ("name"): UNIQUE ("name")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table nodes (alter table:nodes)
--    ! rewrite, rebuilds-table: copies table nodes row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of nodes have the same name
CREATE TABLE "_schema_sync_26971068_own_violations_nodes" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('nodes') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_e99fe6df_nodes" (
  "id" INTEGER PRIMARY KEY,
  "parent" INTEGER REFERENCES "nodes" ("id") ON DELETE CASCADE,
  "name" TEXT UNIQUE
);
INSERT INTO "_schema_sync_e99fe6df_nodes" ("id", "parent", "name")
SELECT "id", "parent", "name"
FROM "nodes";
-- must find nothing: the rebuild of nodes would lose rows
SELECT (SELECT count(*) FROM "nodes") AS "before", (SELECT count(*) FROM "_schema_sync_e99fe6df_nodes") AS "after"
WHERE (SELECT count(*) FROM "nodes") <> (SELECT count(*) FROM "_schema_sync_e99fe6df_nodes");
DROP TABLE "nodes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_e99fe6df_nodes" RENAME TO "nodes";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of nodes
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('nodes') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_26971068_own_violations_nodes" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_26971068_own_violations_nodes";

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table nodes (alter table:nodes)
--    ! rewrite, rebuilds-table: copies table nodes row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of nodes can have the same name from then on
CREATE TABLE "_schema_sync_cb9f9453_own_violations_nodes" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('nodes') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_e3676567_nodes" (
  "id" INTEGER PRIMARY KEY,
  "parent" INTEGER REFERENCES "nodes" ("id") ON DELETE CASCADE,
  "name" TEXT
);
INSERT INTO "_schema_sync_e3676567_nodes" ("id", "parent", "name")
SELECT "id", "parent", "name"
FROM "nodes";
-- must find nothing: the rebuild of nodes would lose rows
SELECT (SELECT count(*) FROM "nodes") AS "before", (SELECT count(*) FROM "_schema_sync_e3676567_nodes") AS "after"
WHERE (SELECT count(*) FROM "nodes") <> (SELECT count(*) FROM "_schema_sync_e3676567_nodes");
DROP TABLE "nodes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_e3676567_nodes" RENAME TO "nodes";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of nodes
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('nodes') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_cb9f9453_own_violations_nodes" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_cb9f9453_own_violations_nodes";
