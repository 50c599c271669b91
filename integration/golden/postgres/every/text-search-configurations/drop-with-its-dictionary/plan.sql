-- drop postgres/text-search-configuration:c
-- drop postgres/text-search-dictionary:d

-- ==== up ====
-- batch, all or nothing

-- 1. drop text search configuration c (drop postgres/text-search-configuration:c)
DROP TEXT SEARCH CONFIGURATION public.c;

-- 2. drop text search dictionary d (drop postgres/text-search-dictionary:d)
DROP TEXT SEARCH DICTIONARY public.d;

-- ==== down ====
-- batch, all or nothing

-- 1. create text search dictionary d (create postgres/text-search-dictionary:d)
CREATE TEXT SEARCH DICTIONARY public.d (TEMPLATE = pg_catalog.simple, stopwords = 'english');

-- 2. create text search configuration c (create postgres/text-search-configuration:c)
CREATE TEXT SEARCH CONFIGURATION public.c (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR asciiword, word WITH public.d;
