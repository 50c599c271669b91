-- rename postgres/text-search-dictionary:select from postgres/text-search-dictionary:d

-- ==== up ====
-- batch, all or nothing

-- 1. rename text search dictionary d to select (rename postgres/text-search-dictionary:select)
--    ! correctness, breaks-clients: renames text search dictionary d to select: statements that still say d fail from then on
ALTER TEXT SEARCH DICTIONARY public.d RENAME TO "select";

-- ==== down ====
-- batch, all or nothing

-- 1. rename text search dictionary select to d (rename postgres/text-search-dictionary:d)
--    ! correctness, breaks-clients: renames text search dictionary select to d: statements that still say select fail from then on
ALTER TEXT SEARCH DICTIONARY public."select" RENAME TO d;
