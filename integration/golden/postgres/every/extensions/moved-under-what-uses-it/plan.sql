-- alter postgres/extension:citext
--   change-schema schema: public → ext
-- alter postgres/extension:pg_trgm
--   change-schema schema: public → app
-- alter postgres/extension:unaccent
--   change-schema schema: public → app

-- ==== up ====
-- batch, all or nothing

-- 1. move extension citext to ext (alter postgres/extension:citext)
--    ! correctness, breaks-clients: moves what extension citext brings along from schema public to ext: statements that look for it in public fail from then on
ALTER EXTENSION citext SET SCHEMA ext;

-- 2. move extension pg_trgm to app (alter postgres/extension:pg_trgm)
--    ! correctness, breaks-clients: moves what extension pg_trgm brings along from schema public to app: statements that look for it in public fail from then on
ALTER EXTENSION pg_trgm SET SCHEMA app;

-- 3. move extension unaccent to app (alter postgres/extension:unaccent)
--    ! correctness, breaks-clients: moves what extension unaccent brings along from schema public to app: statements that look for it in public fail from then on
ALTER EXTENSION unaccent SET SCHEMA app;

-- ==== down ====
-- batch, all or nothing

-- 1. move extension citext to public (alter postgres/extension:citext)
--    ! correctness, breaks-clients: moves what extension citext brings along from schema ext to public: statements that look for it in ext fail from then on
ALTER EXTENSION citext SET SCHEMA public;

-- 2. move extension pg_trgm to public (alter postgres/extension:pg_trgm)
--    ! correctness, breaks-clients: moves what extension pg_trgm brings along from schema app to public: statements that look for it in app fail from then on
ALTER EXTENSION pg_trgm SET SCHEMA public;

-- 3. move extension unaccent to public (alter postgres/extension:unaccent)
--    ! correctness, breaks-clients: moves what extension unaccent brings along from schema app to public: statements that look for it in app fail from then on
ALTER EXTENSION unaccent SET SCHEMA public;
