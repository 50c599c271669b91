-- rename sqlite/virtual-table:articles from sqlite/virtual-table:notes
-- left alone: table notes_config: belongs to a virtual table
-- left alone: table notes_content: belongs to a virtual table
-- left alone: table notes_data: belongs to a virtual table
-- left alone: table notes_docsize: belongs to a virtual table
-- left alone: table notes_idx: belongs to a virtual table

-- ==== up ====
-- batch, all or nothing

-- 1. rename virtual table notes to articles (rename sqlite/virtual-table:articles)
--    ! correctness, breaks-clients: renames virtual table notes to articles: statements that use the old name fail from then on
ALTER TABLE "notes" RENAME TO "articles";

-- ==== down ====
-- batch, all or nothing

-- 1. rename virtual table articles to notes (rename sqlite/virtual-table:notes)
--    ! correctness, breaks-clients: renames virtual table articles to notes: statements that use the old name fail from then on
ALTER TABLE "articles" RENAME TO "notes";
