-- create sqlite/virtual-table:notes

-- ==== up ====
-- batch, all or nothing

-- 1. create virtual table notes (create sqlite/virtual-table:notes)
CREATE VIRTUAL TABLE "notes" USING "fts5"(title, body, tokenize = 'porter unicode61');

-- ==== down ====
-- batch, all or nothing

-- 1. drop virtual table notes (drop sqlite/virtual-table:notes)
--    ! data-loss, drops-virtual-table: drops virtual table notes (fts5) with all that it stores [irreversible]
DROP TABLE "notes";
