-- alter postgres/extension:citext
--   change-schema schema: public → app

-- ==== up ====
-- batch, all or nothing

-- 1. move extension citext to app (alter postgres/extension:citext)
--    ! correctness, breaks-clients: moves what extension citext brings along from schema public to app: statements that look for it in public fail from then on
ALTER EXTENSION citext SET SCHEMA app;

-- ==== down ====
-- batch, all or nothing

-- 1. move extension citext to public (alter postgres/extension:citext)
--    ! correctness, breaks-clients: moves what extension citext brings along from schema app to public: statements that look for it in app fail from then on
ALTER EXTENSION citext SET SCHEMA public;
