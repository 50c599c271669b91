-- alter sqlite/virtual-table:search
--   add-argument arguments.prefix = '2 3': prefix = '2 3'
-- left alone: table search_config: belongs to a virtual table
-- left alone: table search_content: belongs to a virtual table
-- left alone: table search_data: belongs to a virtual table
-- left alone: table search_docsize: belongs to a virtual table
-- left alone: table search_idx: belongs to a virtual table

-- ==== up ====
-- batch, all or nothing

-- 1. rebuild virtual table search (alter sqlite/virtual-table:search)
--    ! rewrite, rebuilds-virtual-table: copies virtual table search (fts5) row by row into a new one
CREATE VIRTUAL TABLE "_schema_sync_ca7bc448_search" USING "fts5"(body, prefix = '2 3');
INSERT INTO "_schema_sync_ca7bc448_search" ("_schema_sync_ca7bc448_search", "rank")
SELECT "k", "v"
FROM "search_config"
WHERE "k" <> 'version';
INSERT INTO "_schema_sync_ca7bc448_search" ("rowid", "body")
SELECT "rowid", "body"
FROM "search";
-- must find nothing: the rebuild of search would lose rows
SELECT (SELECT count(*) FROM "search") AS "before", (SELECT count(*) FROM "_schema_sync_ca7bc448_search") AS "after"
WHERE (SELECT count(*) FROM "search") <> (SELECT count(*) FROM "_schema_sync_ca7bc448_search");
DROP TABLE "search";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_ca7bc448_search" RENAME TO "search";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing

-- 1. rebuild virtual table search (alter sqlite/virtual-table:search)
--    ! rewrite, rebuilds-virtual-table: copies virtual table search (fts5) row by row into a new one
CREATE VIRTUAL TABLE "_schema_sync_b33dee1e_search" USING "fts5"(body);
INSERT INTO "_schema_sync_b33dee1e_search" ("_schema_sync_b33dee1e_search", "rank")
SELECT "k", "v"
FROM "search_config"
WHERE "k" <> 'version';
INSERT INTO "_schema_sync_b33dee1e_search" ("rowid", "body")
SELECT "rowid", "body"
FROM "search";
-- must find nothing: the rebuild of search would lose rows
SELECT (SELECT count(*) FROM "search") AS "before", (SELECT count(*) FROM "_schema_sync_b33dee1e_search") AS "after"
WHERE (SELECT count(*) FROM "search") <> (SELECT count(*) FROM "_schema_sync_b33dee1e_search");
DROP TABLE "search";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_b33dee1e_search" RENAME TO "search";
PRAGMA legacy_alter_table = OFF;
