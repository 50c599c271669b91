-- alter table:nodes
--   add-foreign-key foreign-keys.FOREIGN KEY ("parent") REFERENCES "nodes" ("id") ON DELETE CASCADE: FOREIGN KEY ("parent") REFERENCES "nodes" ("id") ON DELETE CASCADE

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table nodes (alter table:nodes)
--    ! rewrite, rebuilds-table: copies table nodes row by row into a new one, because a foreign key is added
--    ! correctness, adds-foreign-key: fails when a row of nodes refers to no row of nodes
CREATE TABLE "_schema_sync_4dcca9e0_nodes" (
  "id" INTEGER PRIMARY KEY,
  "parent" INTEGER REFERENCES "nodes" ("id") ON DELETE CASCADE,
  "name" TEXT
);
INSERT INTO "_schema_sync_4dcca9e0_nodes" ("id", "parent", "name")
SELECT "id", "parent", "name"
FROM "nodes";
-- must find nothing: the rebuild of nodes would lose rows
SELECT (SELECT count(*) FROM "nodes") AS "before", (SELECT count(*) FROM "_schema_sync_4dcca9e0_nodes") AS "after"
WHERE (SELECT count(*) FROM "nodes") <> (SELECT count(*) FROM "_schema_sync_4dcca9e0_nodes");
DROP TABLE "nodes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_4dcca9e0_nodes" RENAME TO "nodes";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of nodes
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('nodes') GROUP BY 1, 2, 3
LIMIT 20;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table nodes (alter table:nodes)
--    ! rewrite, rebuilds-table: copies table nodes row by row into a new one, because a foreign key is dropped
--    ! correctness, ends-guarantee: rows of nodes can hold parent that no row of nodes has from then on
CREATE TABLE "_schema_sync_5d39fdaa_nodes" (
  "id" INTEGER PRIMARY KEY,
  "parent" INTEGER,
  "name" TEXT
);
INSERT INTO "_schema_sync_5d39fdaa_nodes" ("id", "parent", "name")
SELECT "id", "parent", "name"
FROM "nodes";
-- must find nothing: the rebuild of nodes would lose rows
SELECT (SELECT count(*) FROM "nodes") AS "before", (SELECT count(*) FROM "_schema_sync_5d39fdaa_nodes") AS "after"
WHERE (SELECT count(*) FROM "nodes") <> (SELECT count(*) FROM "_schema_sync_5d39fdaa_nodes");
DROP TABLE "nodes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_5d39fdaa_nodes" RENAME TO "nodes";
PRAGMA legacy_alter_table = OFF;
