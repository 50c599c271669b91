-- alter postgres/extension:pg_trgm
--   change-version version: 1.3 → 1.4

-- ==== up ====
-- batch, all or nothing

-- 1. update extension pg_trgm to 1.4 (alter postgres/extension:pg_trgm)
--    ! correctness, updates-extension: updates extension pg_trgm from 1.3 to 1.4: what it brings along may go, or take or give something else
ALTER EXTENSION pg_trgm UPDATE TO '1.4';

-- ==== down ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. drop extension pg_trgm (replace postgres/extension:pg_trgm)
DROP EXTENSION pg_trgm;

-- 3. create extension pg_trgm (replace postgres/extension:pg_trgm)
CREATE EXTENSION pg_trgm SCHEMA public VERSION '1.3';

-- 4. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING gin (a public.gin_trgm_ops);
