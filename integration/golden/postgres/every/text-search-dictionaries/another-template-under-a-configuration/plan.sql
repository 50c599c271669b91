-- replace postgres/text-search-configuration:c: it cannot stay while postgres/text-search-dictionary:d is replaced
-- replace postgres/text-search-dictionary:d: the template of a dictionary cannot be changed

-- ==== up ====
-- batch, all or nothing

-- 1. drop text search configuration c (replace postgres/text-search-configuration:c)
DROP TEXT SEARCH CONFIGURATION public.c;

-- 2. drop text search dictionary d (replace postgres/text-search-dictionary:d)
DROP TEXT SEARCH DICTIONARY public.d;

-- 3. create text search dictionary d (replace postgres/text-search-dictionary:d)
CREATE TEXT SEARCH DICTIONARY public.d (TEMPLATE = pg_catalog.snowball, language = 'english');

-- 4. create text search configuration c (replace postgres/text-search-configuration:c)
CREATE TEXT SEARCH CONFIGURATION public.c (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR word WITH public.d;

-- ==== down ====
-- batch, all or nothing

-- 1. drop text search configuration c (replace postgres/text-search-configuration:c)
DROP TEXT SEARCH CONFIGURATION public.c;

-- 2. drop text search dictionary d (replace postgres/text-search-dictionary:d)
DROP TEXT SEARCH DICTIONARY public.d;

-- 3. create text search dictionary d (replace postgres/text-search-dictionary:d)
CREATE TEXT SEARCH DICTIONARY public.d (TEMPLATE = pg_catalog.simple, stopwords = 'english');

-- 4. create text search configuration c (replace postgres/text-search-configuration:c)
CREATE TEXT SEARCH CONFIGURATION public.c (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR word WITH public.d;
