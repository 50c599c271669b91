-- alter postgres/access:app.schema
--   change-owner owner: postgres → pg_monitor
-- create postgres/access:comes.table
-- alter postgres/access:f(integer).postgres/function
--   change-owner owner: postgres → pg_monitor
-- alter postgres/access:mood.postgres/enum
--   change-owner owner: postgres → pg_monitor
-- alter postgres/access:s.sequence
--   change-owner owner: postgres → pg_monitor
-- create postgres/access:st.postgres/statistics
-- alter postgres/access:t.table
--   change-owner owner: postgres → pg_monitor
-- create postgres/statistics:st
-- create table:comes
-- drop table:goes

-- ==== up ====
-- batch, all or nothing

-- 1. drop table goes (drop table:goes)
--    ! data-loss, drops-table: drops table goes with all of its rows [irreversible]
DROP TABLE public.goes;

-- 2. set who may use schema app (alter postgres/access:app.schema)
--    ! access, changes-owner: gives schema app to pg_monitor, who may do anything with it from then on; who had it may not
-- must find nothing: the role may not give schema app to pg_monitor: it may not act as pg_monitor
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'pg_monitor' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER SCHEMA app OWNER TO pg_monitor;

-- 3. set who may use function f(integer) (alter postgres/access:f(integer).postgres/function)
--    ! access, changes-owner: gives function f(integer) to pg_monitor, who may do anything with it from then on; who had it may not
-- must find nothing: the role may not give function f(integer) to pg_monitor: it may not act as pg_monitor
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'pg_monitor' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER ROUTINE public.f(integer) OWNER TO pg_monitor;

-- 4. set who may use enum mood (alter postgres/access:mood.postgres/enum)
--    ! access, changes-owner: gives enum mood to pg_monitor, who may do anything with it from then on; who had it may not
-- must find nothing: the role may not give enum mood to pg_monitor: it may not act as pg_monitor
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'pg_monitor' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER TYPE public.mood OWNER TO pg_monitor;

-- 5. set who may use sequence s (alter postgres/access:s.sequence)
--    ! access, changes-owner: gives sequence s to pg_monitor, who may do anything with it from then on; who had it may not
-- must find nothing: the role may not give sequence s to pg_monitor: it may not act as pg_monitor
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'pg_monitor' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER SEQUENCE public.s OWNER TO pg_monitor;

-- 6. set who may use table t (alter postgres/access:t.table)
--    ! access, changes-owner: gives table t to pg_monitor, who may do anything with it from then on; who had it may not
-- must find nothing: the role may not give table t to pg_monitor: it may not act as pg_monitor
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'pg_monitor' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER TABLE public.t OWNER TO pg_monitor;

-- 7. create statistics st (create postgres/statistics:st)
CREATE STATISTICS public.st ON a, id FROM public.t;

-- 8. set who may use statistics st (create postgres/access:st.postgres/statistics)
-- must find nothing: the role may not give statistics st to pg_monitor: it may not act as pg_monitor
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'pg_monitor' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER STATISTICS public.st OWNER TO pg_monitor;

-- 9. create table comes (create table:comes)
CREATE TABLE public.comes (
  id integer
);

-- 10. set who may use table comes (create postgres/access:comes.table)
-- must find nothing: the role may not give table comes to pg_monitor: it may not act as pg_monitor
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'pg_monitor' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER TABLE public.comes OWNER TO pg_monitor;

-- The way down does not bring back:
--   drop table:goes: drops table goes with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. drop statistics st (drop postgres/statistics:st)
DROP STATISTICS public.st;

-- 2. drop table comes (drop table:comes)
--    ! data-loss, drops-table: drops table comes with all of its rows [irreversible]
DROP TABLE public.comes;

-- 3. set who may use schema app (alter postgres/access:app.schema)
--    ! access, changes-owner: gives schema app to postgres, who may do anything with it from then on; who had it may not
-- must find nothing: the role may not give schema app to postgres: it may not act as postgres
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'postgres' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER SCHEMA app OWNER TO postgres;

-- 4. set who may use function f(integer) (alter postgres/access:f(integer).postgres/function)
--    ! access, changes-owner: gives function f(integer) to postgres, who may do anything with it from then on; who had it may not
-- must find nothing: the role may not give function f(integer) to postgres: it may not act as postgres
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'postgres' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER ROUTINE public.f(integer) OWNER TO postgres;

-- 5. set who may use enum mood (alter postgres/access:mood.postgres/enum)
--    ! access, changes-owner: gives enum mood to postgres, who may do anything with it from then on; who had it may not
-- must find nothing: the role may not give enum mood to postgres: it may not act as postgres
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'postgres' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER TYPE public.mood OWNER TO postgres;

-- 6. set who may use sequence s (alter postgres/access:s.sequence)
--    ! access, changes-owner: gives sequence s to postgres, who may do anything with it from then on; who had it may not
-- must find nothing: the role may not give sequence s to postgres: it may not act as postgres
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'postgres' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER SEQUENCE public.s OWNER TO postgres;

-- 7. set who may use table t (alter postgres/access:t.table)
--    ! access, changes-owner: gives table t to postgres, who may do anything with it from then on; who had it may not
-- must find nothing: the role may not give table t to postgres: it may not act as postgres
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'postgres' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER TABLE public.t OWNER TO postgres;

-- 8. create table goes (create table:goes)
CREATE TABLE public.goes (
  id integer
);

-- 9. set who may use table goes (create postgres/access:goes.table)
-- must find nothing: the role may not give table goes to pg_monitor: it may not act as pg_monitor
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'pg_monitor' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER TABLE public.goes OWNER TO pg_monitor;
