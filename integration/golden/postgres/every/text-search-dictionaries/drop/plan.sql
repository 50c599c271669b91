-- drop postgres/text-search-dictionary:d

-- ==== up ====
-- batch, all or nothing

-- 1. drop text search dictionary d (drop postgres/text-search-dictionary:d)
DROP TEXT SEARCH DICTIONARY public.d;

-- ==== down ====
-- batch, all or nothing

-- 1. create text search dictionary d (create postgres/text-search-dictionary:d)
CREATE TEXT SEARCH DICTIONARY public.d (TEMPLATE = pg_catalog.simple, stopwords = 'english');
