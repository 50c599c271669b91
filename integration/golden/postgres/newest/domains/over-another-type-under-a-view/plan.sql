-- alter postgres/domain:d
--   change-base base: integer → bigint
-- replace view:v: it cannot stay while postgres/domain:d is altered
-- replace view:w: it cannot stay while postgres/domain:d is altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop view w (replace view:w)
DROP VIEW public.w;

-- 2. drop view v (replace view:v)
DROP VIEW public.v;

-- 3. make domain d anew (alter postgres/domain:d)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain d is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.d RENAME TO _schema_sync_old_d;
CREATE DOMAIN public.d AS bigint;
ALTER TABLE public.t ALTER COLUMN a TYPE public.d USING a::bigint::public.d;
DROP DOMAIN public._schema_sync_old_d;

-- 4. create view v (replace view:v)
CREATE VIEW public.v (a) AS
 SELECT a
   FROM public.t;

-- 5. create view w (replace view:w)
CREATE VIEW public.w (b) AS
 SELECT a AS b
   FROM public.v;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view w (replace view:w)
DROP VIEW public.w;

-- 2. drop view v (replace view:v)
DROP VIEW public.v;

-- 3. make domain d anew (alter postgres/domain:d)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain d is made anew; nobody reads or writes it meanwhile
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer, and rows that do not comply make it fail
ALTER DOMAIN public.d RENAME TO _schema_sync_old_d;
CREATE DOMAIN public.d AS integer;
ALTER TABLE public.t ALTER COLUMN a TYPE public.d USING a::integer::public.d;
DROP DOMAIN public._schema_sync_old_d;

-- 4. create view v (replace view:v)
CREATE VIEW public.v (a) AS
 SELECT a
   FROM public.t;

-- 5. create view w (replace view:w)
CREATE VIEW public.w (b) AS
 SELECT a AS b
   FROM public.v;
