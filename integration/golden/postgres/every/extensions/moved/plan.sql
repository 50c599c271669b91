-- alter postgres/extension:citext
--   change-schema schema: public → app

-- ==== up ====
-- batch, all or nothing

-- 1. move extension citext to app (alter postgres/extension:citext)
ALTER EXTENSION citext SET SCHEMA app;

-- ==== down ====
-- batch, all or nothing

-- 1. move extension citext to public (alter postgres/extension:citext)
ALTER EXTENSION citext SET SCHEMA public;
