-- create postgres/comment:d.postgres/text-search-dictionary

-- ==== up ====
-- batch, all or nothing

-- 1. comment on text search dictionary d (create postgres/comment:d.postgres/text-search-dictionary)
COMMENT ON TEXT SEARCH DICTIONARY public.d IS 'plain';

-- ==== down ====
-- batch, all or nothing

-- 1. comment on text search dictionary d (drop postgres/comment:d.postgres/text-search-dictionary)
COMMENT ON TEXT SEARCH DICTIONARY public.d IS NULL;
