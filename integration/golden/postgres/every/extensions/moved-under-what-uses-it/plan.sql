-- alter postgres/extension:citext
--   change-schema schema: public → ext
-- alter postgres/extension:pg_trgm
--   change-schema schema: public → app
-- alter postgres/extension:unaccent
--   change-schema schema: public → app

-- ==== up ====
-- batch, all or nothing

-- 1. move extension citext to ext (alter postgres/extension:citext)
ALTER EXTENSION citext SET SCHEMA ext;

-- 2. move extension pg_trgm to app (alter postgres/extension:pg_trgm)
ALTER EXTENSION pg_trgm SET SCHEMA app;

-- 3. move extension unaccent to app (alter postgres/extension:unaccent)
ALTER EXTENSION unaccent SET SCHEMA app;

-- ==== down ====
-- batch, all or nothing

-- 1. move extension citext to public (alter postgres/extension:citext)
ALTER EXTENSION citext SET SCHEMA public;

-- 2. move extension pg_trgm to public (alter postgres/extension:pg_trgm)
ALTER EXTENSION pg_trgm SET SCHEMA public;

-- 3. move extension unaccent to public (alter postgres/extension:unaccent)
ALTER EXTENSION unaccent SET SCHEMA public;
