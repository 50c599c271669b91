-- alter table:nodes
--   change-default columns.parent.default: none → 3

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table nodes (alter table:nodes)
--    ! rewrite, rebuilds-table: copies table nodes row by row into a new one, because the default of parent changes
CREATE TABLE "_schema_sync_c72ed21e_own_violations_nodes" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('nodes') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_7d93e58c_nodes" (
  "id" INTEGER PRIMARY KEY,
  "parent" INTEGER DEFAULT 3 REFERENCES "nodes" ("id") ON DELETE RESTRICT
);
INSERT INTO "_schema_sync_7d93e58c_nodes" ("id", "parent")
SELECT "id", "parent"
FROM "nodes";
-- must find nothing: the rebuild of nodes would lose rows
SELECT (SELECT count(*) FROM "nodes") AS "before", (SELECT count(*) FROM "_schema_sync_7d93e58c_nodes") AS "after"
WHERE (SELECT count(*) FROM "nodes") <> (SELECT count(*) FROM "_schema_sync_7d93e58c_nodes");
DROP TABLE "nodes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_7d93e58c_nodes" RENAME TO "nodes";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of nodes
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('nodes') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_c72ed21e_own_violations_nodes" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_c72ed21e_own_violations_nodes";

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table nodes (alter table:nodes)
--    ! rewrite, rebuilds-table: copies table nodes row by row into a new one, because the default of parent changes
CREATE TABLE "_schema_sync_c2439583_own_violations_nodes" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('nodes') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_6590083f_nodes" (
  "id" INTEGER PRIMARY KEY,
  "parent" INTEGER REFERENCES "nodes" ("id") ON DELETE RESTRICT
);
INSERT INTO "_schema_sync_6590083f_nodes" ("id", "parent")
SELECT "id", "parent"
FROM "nodes";
-- must find nothing: the rebuild of nodes would lose rows
SELECT (SELECT count(*) FROM "nodes") AS "before", (SELECT count(*) FROM "_schema_sync_6590083f_nodes") AS "after"
WHERE (SELECT count(*) FROM "nodes") <> (SELECT count(*) FROM "_schema_sync_6590083f_nodes");
DROP TABLE "nodes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_6590083f_nodes" RENAME TO "nodes";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of nodes
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('nodes') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_c2439583_own_violations_nodes" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_c2439583_own_violations_nodes";
