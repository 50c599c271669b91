-- alter postgres/extension:pg_stat_statements
--   change-version version: 1.6 → 1.7

-- ==== up ====
-- batch, all or nothing

-- 1. update extension pg_stat_statements to 1.7 (alter postgres/extension:pg_stat_statements)
--    ! correctness, updates-extension: updates extension pg_stat_statements from 1.6 to 1.7: what it brings along may go, or take or give something else
ALTER DOMAIN public.d DROP DEFAULT;
ALTER TABLE public.above ALTER COLUMN a DROP DEFAULT;
ALTER EXTENSION pg_stat_statements UPDATE TO '1.7';
ALTER DOMAIN public.d SET DEFAULT (public.pg_stat_statements_reset())::text;
ALTER TABLE public.above ALTER COLUMN a SET DEFAULT (public.pg_stat_statements_reset())::text;
ALTER TABLE public.below ALTER COLUMN a SET DEFAULT 'of its own'::text;

-- ==== down ====
-- batch, all or nothing

-- 1. drop extension pg_stat_statements (replace postgres/extension:pg_stat_statements)
ALTER DOMAIN public.d DROP DEFAULT;
ALTER TABLE public.above ALTER COLUMN a DROP DEFAULT;
DROP EXTENSION pg_stat_statements;

-- 2. create extension pg_stat_statements (replace postgres/extension:pg_stat_statements)
CREATE EXTENSION pg_stat_statements SCHEMA public VERSION '1.6';
ALTER DOMAIN public.d SET DEFAULT (public.pg_stat_statements_reset())::text;
ALTER TABLE public.above ALTER COLUMN a SET DEFAULT (public.pg_stat_statements_reset())::text;
ALTER TABLE public.below ALTER COLUMN a SET DEFAULT 'of its own'::text;
