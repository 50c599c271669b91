-- create postgres/text-search-configuration:c

-- ==== up ====
-- batch, all or nothing

-- 1. create text search configuration c (create postgres/text-search-configuration:c)
CREATE TEXT SEARCH CONFIGURATION public.c (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR asciihword, asciiword, hword, hword_asciipart, hword_part, word WITH pg_catalog.french_stem;
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR file, "float", host, hword_numpart, "int", numhword, numword, sfloat, uint, url_path, version WITH pg_catalog.simple;

-- ==== down ====
-- batch, all or nothing

-- 1. drop text search configuration c (drop postgres/text-search-configuration:c)
DROP TEXT SEARCH CONFIGURATION public.c;
