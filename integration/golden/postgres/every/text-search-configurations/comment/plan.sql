-- create postgres/comment:c.postgres/text-search-configuration

-- ==== up ====
-- batch, all or nothing

-- 1. comment on text search configuration c (create postgres/comment:c.postgres/text-search-configuration)
COMMENT ON TEXT SEARCH CONFIGURATION public.c IS 'for German';

-- ==== down ====
-- batch, all or nothing

-- 1. comment on text search configuration c (drop postgres/comment:c.postgres/text-search-configuration)
COMMENT ON TEXT SEARCH CONFIGURATION public.c IS NULL;
