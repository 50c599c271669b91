-- replace sqlite/virtual-table:search: SQLite cannot alter a virtual table, nor read all that this one holds
-- left alone: table search_config: belongs to a virtual table
-- left alone: table search_data: belongs to a virtual table
-- left alone: table search_docsize: belongs to a virtual table
-- left alone: table search_idx: belongs to a virtual table

-- ==== up ====
-- batch, all or nothing

-- 1. drop virtual table search (replace sqlite/virtual-table:search)
DROP TABLE "search";

-- 2. create virtual table search (replace sqlite/virtual-table:search)
--    ! rewrite, refills-virtual-table: builds the full-text index search again from all rows of notes
CREATE VIRTUAL TABLE "search" USING "fts5"(title, body, content = 'notes', content_rowid = 'id');
INSERT INTO "search" ("search") VALUES ('rebuild');

-- ==== down ====
-- batch, all or nothing

-- 1. drop virtual table search (replace sqlite/virtual-table:search)
DROP TABLE "search";

-- 2. create virtual table search (replace sqlite/virtual-table:search)
--    ! rewrite, refills-virtual-table: builds the full-text index search again from all rows of notes
CREATE VIRTUAL TABLE "search" USING "fts5"(title, content = 'notes', content_rowid = 'id');
INSERT INTO "search" ("search") VALUES ('rebuild');
