-- replace postgres/text-search-dictionary:d: the template of a dictionary cannot be changed

-- ==== up ====
-- batch, all or nothing

-- 1. drop text search dictionary d (replace postgres/text-search-dictionary:d)
DROP TEXT SEARCH DICTIONARY public.d;

-- 2. create text search dictionary d (replace postgres/text-search-dictionary:d)
CREATE TEXT SEARCH DICTIONARY public.d (TEMPLATE = pg_catalog.snowball, language = 'english');

-- ==== down ====
-- batch, all or nothing

-- 1. drop text search dictionary d (replace postgres/text-search-dictionary:d)
DROP TEXT SEARCH DICTIONARY public.d;

-- 2. create text search dictionary d (replace postgres/text-search-dictionary:d)
CREATE TEXT SEARCH DICTIONARY public.d (TEMPLATE = pg_catalog.simple, stopwords = 'english');
