-- create index:i
-- create postgres/extension:citext
-- create postgres/extension:pg_trgm
-- alter table:t
--   add-column columns.b: b public.citext
--   add-column columns.c: c public.citext[]

-- ==== up ====
-- batch, all or nothing

-- 1. create extension citext (create postgres/extension:citext)
CREATE EXTENSION citext SCHEMA public;

-- 2. create extension pg_trgm (create postgres/extension:pg_trgm)
CREATE EXTENSION pg_trgm SCHEMA public;

-- 3. add column b of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN b public.citext;

-- 4. add column c of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN c public.citext[];

-- 5. create index i (create index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING gin (a public.gin_trgm_ops);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index i (drop index:i)
--    ! slow, drops-index: drops index i: queries that used it read all of table t from then on
DROP INDEX public.i;

-- 2. drop extension pg_trgm (drop postgres/extension:pg_trgm)
--    ! correctness, drops-extension: drops extension pg_trgm with all that it brings along: statements that use it fail from then on
DROP EXTENSION pg_trgm;

-- 3. drop column b of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.b with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN b;

-- 4. drop column c of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.c with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN c;

-- 5. drop extension citext (drop postgres/extension:citext)
--    ! correctness, drops-extension: drops extension citext with all that it brings along: statements that use it fail from then on
DROP EXTENSION citext;
