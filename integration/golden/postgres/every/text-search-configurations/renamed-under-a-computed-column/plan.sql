-- rename postgres/text-search-configuration:e from postgres/text-search-configuration:c

-- ==== up ====
-- batch, all or nothing

-- 1. rename text search configuration c to e (rename postgres/text-search-configuration:e)
--    ! correctness, breaks-clients: renames text search configuration c to e: statements that still say c fail from then on
ALTER TEXT SEARCH CONFIGURATION public.c RENAME TO e;

-- ==== down ====
-- batch, all or nothing

-- 1. rename text search configuration e to c (rename postgres/text-search-configuration:c)
--    ! correctness, breaks-clients: renames text search configuration e to c: statements that still say e fail from then on
ALTER TEXT SEARCH CONFIGURATION public.e RENAME TO c;
