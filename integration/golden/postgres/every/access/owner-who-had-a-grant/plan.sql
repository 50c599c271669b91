-- alter postgres/access:v.view
--   change-owner owner: postgres → pg_monitor
--   change-grants grants: ["SELECT to pg_monitor","SELECT to pg_read_all_stats"] → []

-- ==== up ====
-- batch, all or nothing

-- 1. set who may use view v (alter postgres/access:v.view)
--    ! access, changes-owner: gives view v to pg_monitor, who may do anything with it from then on; who had it may not
--    ! access, changes-privileges: changes who may do what with view v
-- must find nothing: the role may not give view v to pg_monitor: it may not act as pg_monitor
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'pg_monitor' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER VIEW public.v OWNER TO pg_monitor;
REVOKE SELECT ON TABLE public.v FROM pg_read_all_stats;

-- ==== down ====
-- batch, all or nothing

-- 1. set who may use view v (alter postgres/access:v.view)
--    ! access, changes-owner: gives view v to postgres, who may do anything with it from then on; who had it may not
--    ! access, changes-privileges: changes who may do what with view v
-- must find nothing: the role may not give view v to postgres: it may not act as postgres
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = 'postgres' AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
);
ALTER VIEW public.v OWNER TO postgres;
GRANT SELECT ON TABLE public.v TO pg_monitor;
GRANT SELECT ON TABLE public.v TO pg_read_all_stats;
