-- replace postgres/comment:top.view: it cannot stay while view:top is replaced
-- alter postgres/extension:pg_stat_statements
--   change-version version: 1.7 → 1.8
-- replace view:over_top: it cannot stay while view:top is replaced
-- replace view:top: the update of extension pg_stat_statements drops what it stands on, or makes that anew

-- ==== up ====
-- batch, all or nothing

-- 1. drop view over_top (replace view:over_top)
DROP VIEW public.over_top;

-- 2. drop view top (replace view:top)
DROP VIEW public.top;

-- 3. update extension pg_stat_statements to 1.8 (alter postgres/extension:pg_stat_statements)
--    ! correctness, updates-extension: updates extension pg_stat_statements from 1.7 to 1.8: what it brings along may go, or take or give something else
ALTER EXTENSION pg_stat_statements UPDATE TO '1.8';

-- 4. create view top (replace view:top)
CREATE VIEW public.top (a) AS
 SELECT 1 AS a
   FROM public.pg_stat_statements;

-- 5. comment on view top (replace postgres/comment:top.view)
COMMENT ON VIEW public.top IS 'what takes long';

-- 6. create view over_top (replace view:over_top)
CREATE VIEW public.over_top (b) AS
 SELECT 2 AS b
   FROM public.top;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view over_top (replace view:over_top)
DROP VIEW public.over_top;

-- 2. drop view top (replace view:top)
DROP VIEW public.top;

-- 3. drop extension pg_stat_statements (replace postgres/extension:pg_stat_statements)
DROP EXTENSION pg_stat_statements;

-- 4. create extension pg_stat_statements (replace postgres/extension:pg_stat_statements)
CREATE EXTENSION pg_stat_statements SCHEMA public VERSION '1.7';

-- 5. create view top (replace view:top)
CREATE VIEW public.top (a) AS
 SELECT 1 AS a
   FROM public.pg_stat_statements;

-- 6. comment on view top (replace postgres/comment:top.view)
COMMENT ON VIEW public.top IS 'what takes long';

-- 7. create view over_top (replace view:over_top)
CREATE VIEW public.over_top (b) AS
 SELECT 2 AS b
   FROM public.top;
