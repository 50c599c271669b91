-- replace postgres/access:m.postgres/materialized-view: it cannot stay while postgres/materialized-view:m is replaced
-- replace postgres/access:mood.postgres/enum: it cannot stay while postgres/enum:mood is altered
-- replace postgres/access:v.view: it cannot stay while view:v is replaced
-- alter postgres/enum:mood
--   drop-value labels.sad: sad
-- replace postgres/materialized-view:m: a materialized view takes another query only when it is created
-- alter table:t
--   change-type columns.a.type: integer → bigint
-- replace view:v: a view keeps the columns that it has, and can only get more at the end

-- ==== up ====
-- batch, all or nothing

-- 1. drop materialized view m (replace postgres/materialized-view:m)
DROP MATERIALIZED VIEW public.m;

-- 2. drop view v (replace view:v)
DROP VIEW public.v;

-- 3. make enum mood anew (alter postgres/enum:mood)
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('ok');
DROP TYPE public._schema_sync_old_mood;

-- 4. set who may use enum mood (replace postgres/access:mood.postgres/enum)
-- must find nothing: the role may not give enum mood to pg_monitor: it may not act as pg_monitor
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'pg_monitor' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER TYPE public.mood OWNER TO pg_monitor;
REVOKE USAGE ON TYPE public.mood FROM PUBLIC;

-- 5. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;

-- 6. create materialized view m (replace postgres/materialized-view:m)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view m again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.m (a) AS
 SELECT a
   FROM public.t
  WITH DATA;

-- 7. set who may use materialized view m (replace postgres/access:m.postgres/materialized-view)
-- must find nothing: the role may not give materialized view m to postgres: it may not act as postgres
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'postgres' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
GRANT SELECT (a) ON TABLE public.m TO PUBLIC;

-- 8. create view v (replace view:v)
CREATE VIEW public.v (a, id) AS
 SELECT a,
    id
   FROM public.t;

-- 9. set who may use view v (replace postgres/access:v.view)
-- must find nothing: the role may not give view v to pg_read_all_stats: it may not act as pg_read_all_stats
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'pg_read_all_stats' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER VIEW public.v OWNER TO pg_read_all_stats;
GRANT SELECT ON TABLE public.v TO pg_monitor WITH GRANT OPTION;

-- ==== down ====
-- batch

-- 1. add value sad to enum mood (alter postgres/enum:mood)
ALTER TYPE public.mood ADD VALUE 'sad' BEFORE 'ok';
-- batch, all or nothing

-- 2. drop materialized view m (replace postgres/materialized-view:m)
DROP MATERIALIZED VIEW public.m;

-- 3. drop view v (replace view:v)
DROP VIEW public.v;

-- 4. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 5. create materialized view m (replace postgres/materialized-view:m)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view m again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.m (a) AS
 SELECT a
   FROM public.t
  WITH DATA;

-- 6. set who may use materialized view m (replace postgres/access:m.postgres/materialized-view)
-- must find nothing: the role may not give materialized view m to postgres: it may not act as postgres
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'postgres' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
GRANT SELECT (a) ON TABLE public.m TO PUBLIC;

-- 7. create view v (replace view:v)
CREATE VIEW public.v (a, id) AS
 SELECT a,
    id
   FROM public.t;

-- 8. set who may use view v (replace postgres/access:v.view)
-- must find nothing: the role may not give view v to pg_read_all_stats: it may not act as pg_read_all_stats
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'pg_read_all_stats' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER VIEW public.v OWNER TO pg_read_all_stats;
GRANT SELECT ON TABLE public.v TO pg_monitor WITH GRANT OPTION;
