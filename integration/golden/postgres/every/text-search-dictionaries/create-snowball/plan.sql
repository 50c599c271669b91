-- create postgres/text-search-dictionary:we"ird Näme

-- ==== up ====
-- batch, all or nothing

-- 1. create text search dictionary we"ird Näme (create postgres/text-search-dictionary:we"ird Näme)
CREATE TEXT SEARCH DICTIONARY public."we""ird Näme" (TEMPLATE = pg_catalog.snowball, language = 'german', stopwords = 'german');

-- ==== down ====
-- batch, all or nothing

-- 1. drop text search dictionary we"ird Näme (drop postgres/text-search-dictionary:we"ird Näme)
DROP TEXT SEARCH DICTIONARY public."we""ird Näme";
