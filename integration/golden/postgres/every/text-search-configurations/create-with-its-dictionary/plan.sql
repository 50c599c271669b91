-- create postgres/text-search-configuration:app.c
-- create postgres/text-search-dictionary:app.D d
-- create schema:app

-- ==== up ====
-- batch, all or nothing

-- 1. create schema app (create schema:app)
CREATE SCHEMA app;

-- 2. create text search dictionary app.D d (create postgres/text-search-dictionary:app.D d)
CREATE TEXT SEARCH DICTIONARY app."D d" (TEMPLATE = pg_catalog.simple);

-- 3. create text search configuration app.c (create postgres/text-search-configuration:app.c)
CREATE TEXT SEARCH CONFIGURATION app.c (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION app.c ADD MAPPING FOR word WITH app."D d", pg_catalog.simple;

-- ==== down ====
-- batch, all or nothing

-- 1. drop text search configuration app.c (drop postgres/text-search-configuration:app.c)
DROP TEXT SEARCH CONFIGURATION app.c;

-- 2. drop text search dictionary app.D d (drop postgres/text-search-dictionary:app.D d)
DROP TEXT SEARCH DICTIONARY app."D d";

-- 3. drop schema app (drop schema:app)
DROP SCHEMA app;
