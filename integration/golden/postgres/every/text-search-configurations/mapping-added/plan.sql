-- alter postgres/text-search-configuration:c
--   change-mapping mappings.email: none → ["pg_catalog.simple"]
--   change-mapping mappings.numword: none → ["pg_catalog.simple"]

-- ==== up ====
-- batch, all or nothing

-- 1. alter text search configuration c (alter postgres/text-search-configuration:c)
--    ! correctness, changes-results: changes text search configuration c, and what was indexed with it holds what it gave before: rows are not looked at again
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR email, numword WITH pg_catalog.simple;

-- ==== down ====
-- batch, all or nothing

-- 1. alter text search configuration c (alter postgres/text-search-configuration:c)
--    ! correctness, changes-results: changes text search configuration c, and what was indexed with it holds what it gave before: rows are not looked at again
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR email, numword;
