-- alter postgres/access:c.postgres/text-search-configuration
--   change-owner owner: postgres → pg_monitor
-- alter postgres/access:d.postgres/text-search-dictionary
--   change-owner owner: postgres → pg_monitor
-- alter postgres/access:p.postgres/publication
--   change-owner owner: postgres → pg_monitor

-- ==== up ====
-- batch, all or nothing

-- 1. set who may use text search configuration c (alter postgres/access:c.postgres/text-search-configuration)
--    ! access, changes-owner: gives text search configuration c to pg_monitor, who may do anything with it from then on; who had it may not
-- must find nothing: the role may not give text search configuration c to pg_monitor: it may not act as pg_monitor
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'pg_monitor' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER TEXT SEARCH CONFIGURATION public.c OWNER TO pg_monitor;

-- 2. set who may use text search dictionary d (alter postgres/access:d.postgres/text-search-dictionary)
--    ! access, changes-owner: gives text search dictionary d to pg_monitor, who may do anything with it from then on; who had it may not
-- must find nothing: the role may not give text search dictionary d to pg_monitor: it may not act as pg_monitor
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'pg_monitor' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER TEXT SEARCH DICTIONARY public.d OWNER TO pg_monitor;

-- 3. set who may use publication p (alter postgres/access:p.postgres/publication)
--    ! access, changes-owner: gives publication p to pg_monitor, who may do anything with it from then on; who had it may not
-- must find nothing: the role may not give publication p to pg_monitor: it may not act as pg_monitor
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'pg_monitor' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER PUBLICATION p OWNER TO pg_monitor;

-- ==== down ====
-- batch, all or nothing

-- 1. set who may use text search configuration c (alter postgres/access:c.postgres/text-search-configuration)
--    ! access, changes-owner: gives text search configuration c to postgres, who may do anything with it from then on; who had it may not
-- must find nothing: the role may not give text search configuration c to postgres: it may not act as postgres
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'postgres' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER TEXT SEARCH CONFIGURATION public.c OWNER TO postgres;

-- 2. set who may use text search dictionary d (alter postgres/access:d.postgres/text-search-dictionary)
--    ! access, changes-owner: gives text search dictionary d to postgres, who may do anything with it from then on; who had it may not
-- must find nothing: the role may not give text search dictionary d to postgres: it may not act as postgres
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'postgres' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER TEXT SEARCH DICTIONARY public.d OWNER TO postgres;

-- 3. set who may use publication p (alter postgres/access:p.postgres/publication)
--    ! access, changes-owner: gives publication p to postgres, who may do anything with it from then on; who had it may not
-- must find nothing: the role may not give publication p to postgres: it may not act as postgres
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'postgres' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER PUBLICATION p OWNER TO postgres;
