-- create postgres/text-search-configuration:c

-- ==== up ====
-- batch, all or nothing

-- 1. create text search configuration c (create postgres/text-search-configuration:c)
CREATE TEXT SEARCH CONFIGURATION public.c (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR asciiword, word WITH pg_catalog.german_stem;

-- ==== down ====
-- batch, all or nothing

-- 1. drop text search configuration c (drop postgres/text-search-configuration:c)
DROP TEXT SEARCH CONFIGURATION public.c;
