-- replace sqlite/virtual-table:notes: SQLite cannot alter a virtual table
-- left alone: table notes_config: belongs to a virtual table
-- left alone: table notes_content: belongs to a virtual table
-- left alone: table notes_data: belongs to a virtual table
-- left alone: table notes_docsize: belongs to a virtual table
-- left alone: table notes_idx: belongs to a virtual table

-- ==== up ====
-- batch, all or nothing

-- 1. drop virtual table notes (replace sqlite/virtual-table:notes)
--    ! data-loss, drops-virtual-table: drops virtual table notes (fts5) with all that it stores; a contentless or self-contained one cannot be filled again from elsewhere [irreversible]
DROP TABLE "notes";

-- 2. create virtual table notes (replace sqlite/virtual-table:notes)
CREATE VIRTUAL TABLE "notes" USING "fts5"(title, body, tokenize = 'porter');

-- The way down does not bring back:
--   replace sqlite/virtual-table:notes: drops virtual table notes (fts5) with all that it stores; a contentless or self-contained one cannot be filled again from elsewhere

-- ==== down ====
-- batch, all or nothing

-- 1. drop virtual table notes (replace sqlite/virtual-table:notes)
--    ! data-loss, drops-virtual-table: drops virtual table notes (fts5) with all that it stores; a contentless or self-contained one cannot be filled again from elsewhere [irreversible]
DROP TABLE "notes";

-- 2. create virtual table notes (replace sqlite/virtual-table:notes)
CREATE VIRTUAL TABLE "notes" USING "fts5"(title, body);
