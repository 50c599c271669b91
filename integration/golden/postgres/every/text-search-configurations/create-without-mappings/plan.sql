-- create postgres/text-search-configuration:we"ird Näme

-- ==== up ====
-- batch, all or nothing

-- 1. create text search configuration we"ird Näme (create postgres/text-search-configuration:we"ird Näme)
CREATE TEXT SEARCH CONFIGURATION public."we""ird Näme" (PARSER = pg_catalog."default");

-- ==== down ====
-- batch, all or nothing

-- 1. drop text search configuration we"ird Näme (drop postgres/text-search-configuration:we"ird Näme)
DROP TEXT SEARCH CONFIGURATION public."we""ird Näme";
