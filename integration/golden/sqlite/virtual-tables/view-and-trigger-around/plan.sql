-- replace sqlite/virtual-table:search: SQLite cannot alter a virtual table
-- replace trigger:notes_added: it cannot stay while sqlite/virtual-table:search is replaced
-- replace view:found: it cannot stay while sqlite/virtual-table:search is replaced
-- left alone: table search_config: belongs to a virtual table
-- left alone: table search_content: belongs to a virtual table
-- left alone: table search_data: belongs to a virtual table
-- left alone: table search_docsize: belongs to a virtual table
-- left alone: table search_idx: belongs to a virtual table

-- ==== up ====
-- batch, all or nothing

-- 1. drop trigger notes_added (replace trigger:notes_added)
DROP TRIGGER "notes_added";

-- 2. drop view found (replace view:found)
DROP VIEW "found";

-- 3. drop virtual table search (replace sqlite/virtual-table:search)
--    ! data-loss, drops-virtual-table: drops virtual table search (fts5) with all that it stores; a contentless or self-contained one cannot be filled again from elsewhere [irreversible]
DROP TABLE "search";

-- 4. create virtual table search (replace sqlite/virtual-table:search)
CREATE VIRTUAL TABLE "search" USING "fts5"(body, prefix = '2 3');

-- 5. create trigger notes_added (replace trigger:notes_added)
CREATE TRIGGER "notes_added" AFTER INSERT ON "notes" FOR EACH ROW
BEGIN
  INSERT INTO search (rowid, body) VALUES (new.id, new.body);
END;

-- 6. create view found (replace view:found)
CREATE VIEW "found" AS
SELECT rowid, body FROM search;

-- The way down does not bring back:
--   replace sqlite/virtual-table:search: drops virtual table search (fts5) with all that it stores; a contentless or self-contained one cannot be filled again from elsewhere

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger notes_added (replace trigger:notes_added)
DROP TRIGGER "notes_added";

-- 2. drop view found (replace view:found)
DROP VIEW "found";

-- 3. drop virtual table search (replace sqlite/virtual-table:search)
--    ! data-loss, drops-virtual-table: drops virtual table search (fts5) with all that it stores; a contentless or self-contained one cannot be filled again from elsewhere [irreversible]
DROP TABLE "search";

-- 4. create virtual table search (replace sqlite/virtual-table:search)
CREATE VIRTUAL TABLE "search" USING "fts5"(body);

-- 5. create trigger notes_added (replace trigger:notes_added)
CREATE TRIGGER "notes_added" AFTER INSERT ON "notes" FOR EACH ROW
BEGIN
  INSERT INTO search (rowid, body) VALUES (new.id, new.body);
END;

-- 6. create view found (replace view:found)
CREATE VIEW "found" AS
SELECT rowid, body FROM search;
