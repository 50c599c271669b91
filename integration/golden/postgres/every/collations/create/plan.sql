-- create postgres/collation:app.we"ird Näme
-- create postgres/collation:posix
-- create schema:app
-- alter table:t
--   add-column columns.b: b text COLLATE public.posix

-- ==== up ====
-- batch, all or nothing

-- 1. create collation posix (create postgres/collation:posix)
CREATE COLLATION public.posix (PROVIDER = libc, LC_COLLATE = 'C', LC_CTYPE = 'C');

-- 2. create schema app (create schema:app)
CREATE SCHEMA app;

-- 3. create collation app.we"ird Näme (create postgres/collation:app.we"ird Näme)
CREATE COLLATION app."we""ird Näme" (PROVIDER = icu, LOCALE = 'sv-SE', DETERMINISTIC = false);

-- 4. add column b of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN b text COLLATE public.posix;

-- ==== down ====
-- batch, all or nothing

-- 1. drop collation app.we"ird Näme (drop postgres/collation:app.we"ird Näme)
DROP COLLATION app."we""ird Näme";

-- 2. drop schema app (drop schema:app)
DROP SCHEMA app;

-- 3. drop column b of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.b with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN b;

-- 4. drop collation posix (drop postgres/collation:posix)
DROP COLLATION public.posix;
