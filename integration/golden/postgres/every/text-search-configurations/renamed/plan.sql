-- rename postgres/text-search-configuration:order from postgres/text-search-configuration:c

-- ==== up ====
-- batch, all or nothing

-- 1. rename text search configuration c to order (rename postgres/text-search-configuration:order)
--    ! correctness, breaks-clients: renames text search configuration c to order: statements that still say c fail from then on
ALTER TEXT SEARCH CONFIGURATION public.c RENAME TO "order";

-- ==== down ====
-- batch, all or nothing

-- 1. rename text search configuration order to c (rename postgres/text-search-configuration:c)
--    ! correctness, breaks-clients: renames text search configuration order to c: statements that still say order fail from then on
ALTER TEXT SEARCH CONFIGURATION public."order" RENAME TO c;
