-- create postgres/extension:unaccent
-- create postgres/text-search-dictionary:d

-- ==== up ====
-- batch, all or nothing

-- 1. create extension unaccent (create postgres/extension:unaccent)
CREATE EXTENSION unaccent SCHEMA public;

-- 2. create text search dictionary d (create postgres/text-search-dictionary:d)
CREATE TEXT SEARCH DICTIONARY public.d (TEMPLATE = public.unaccent, rules = 'unaccent');

-- ==== down ====
-- batch, all or nothing

-- 1. drop text search dictionary d (drop postgres/text-search-dictionary:d)
DROP TEXT SEARCH DICTIONARY public.d;

-- 2. drop extension unaccent (drop postgres/extension:unaccent)
--    ! correctness, drops-extension: drops extension unaccent with all that it brings along: statements that use it fail from then on
DROP EXTENSION unaccent;
