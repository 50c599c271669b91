-- create postgres/text-search-dictionary:app.d

-- ==== up ====
-- batch, all or nothing

-- 1. create text search dictionary app.d (create postgres/text-search-dictionary:app.d)
CREATE TEXT SEARCH DICTIONARY app.d (TEMPLATE = pg_catalog.simple);

-- ==== down ====
-- batch, all or nothing

-- 1. drop text search dictionary app.d (drop postgres/text-search-dictionary:app.d)
DROP TEXT SEARCH DICTIONARY app.d;
