-- replace sqlite/virtual-table:words: SQLite cannot alter a virtual table, nor read all that this one holds
-- left alone: table words_config: belongs to a virtual table
-- left alone: table words_data: belongs to a virtual table
-- left alone: table words_docsize: belongs to a virtual table
-- left alone: table words_idx: belongs to a virtual table

-- ==== up ====
-- batch, all or nothing

-- 1. drop virtual table words (replace sqlite/virtual-table:words)
--    ! data-loss, drops-virtual-table: drops virtual table words (fts5) with all that it stores [irreversible]
DROP TABLE "words";

-- 2. create virtual table words (replace sqlite/virtual-table:words)
CREATE VIRTUAL TABLE "words" USING "fts5"(word, content = '', tokenize = 'trigram');

-- The way down does not bring back:
--   replace sqlite/virtual-table:words: drops virtual table words (fts5) with all that it stores

-- ==== down ====
-- batch, all or nothing

-- 1. drop virtual table words (replace sqlite/virtual-table:words)
--    ! data-loss, drops-virtual-table: drops virtual table words (fts5) with all that it stores [irreversible]
DROP TABLE "words";

-- 2. create virtual table words (replace sqlite/virtual-table:words)
CREATE VIRTUAL TABLE "words" USING "fts5"(word, content = '');
