-- alter postgres/text-search-configuration:c
--   change-mapping mappings.asciiword: ["pg_catalog.german_stem"] → none
--   change-mapping mappings.url: none → ["pg_catalog.simple"]
--   change-mapping mappings.word: ["pg_catalog.german_stem"] → ["pg_catalog.simple"]

-- ==== up ====
-- batch, all or nothing

-- 1. alter text search configuration c (alter postgres/text-search-configuration:c)
--    ! correctness, changes-results: changes text search configuration c, and what was indexed with it holds what it gave before: rows are not looked at again
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR asciiword;
ALTER TEXT SEARCH CONFIGURATION public.c ALTER MAPPING FOR word WITH pg_catalog.simple;
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR url WITH pg_catalog.simple;

-- ==== down ====
-- batch, all or nothing

-- 1. alter text search configuration c (alter postgres/text-search-configuration:c)
--    ! correctness, changes-results: changes text search configuration c, and what was indexed with it holds what it gave before: rows are not looked at again
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR url;
ALTER TEXT SEARCH CONFIGURATION public.c ALTER MAPPING FOR word WITH pg_catalog.german_stem;
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR asciiword WITH pg_catalog.german_stem;
