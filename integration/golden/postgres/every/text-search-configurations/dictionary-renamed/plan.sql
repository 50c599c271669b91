-- rename postgres/text-search-dictionary:e e from postgres/text-search-dictionary:d

-- ==== up ====
-- batch, all or nothing

-- 1. rename text search dictionary d to e e (rename postgres/text-search-dictionary:e e)
--    ! correctness, breaks-clients: renames text search dictionary d to e e: statements that still say d fail from then on
ALTER TEXT SEARCH DICTIONARY public.d RENAME TO "e e";

-- ==== down ====
-- batch, all or nothing

-- 1. rename text search dictionary e e to d (rename postgres/text-search-dictionary:d)
--    ! correctness, breaks-clients: renames text search dictionary e e to d: statements that still say e e fail from then on
ALTER TEXT SEARCH DICTIONARY public."e e" RENAME TO d;
