-- drop sqlite/virtual-table:notes
-- left alone: table notes_config: belongs to a virtual table
-- left alone: table notes_content: belongs to a virtual table
-- left alone: table notes_data: belongs to a virtual table
-- left alone: table notes_docsize: belongs to a virtual table
-- left alone: table notes_idx: belongs to a virtual table

-- ==== up ====
-- batch, all or nothing

-- 1. drop virtual table notes (drop sqlite/virtual-table:notes)
--    ! data-loss, drops-virtual-table: drops virtual table notes (fts5) with all that it stores [irreversible]
DROP TABLE "notes";

-- The way down does not bring back:
--   drop sqlite/virtual-table:notes: drops virtual table notes (fts5) with all that it stores

-- ==== down ====
-- batch, all or nothing

-- 1. create virtual table notes (create sqlite/virtual-table:notes)
CREATE VIRTUAL TABLE "notes" USING "fts5"(title, body);
