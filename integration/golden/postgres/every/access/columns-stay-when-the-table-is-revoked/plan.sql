-- alter postgres/access:t.table
--   change-grants grants: ["SELECT (a) to pg_monitor with grant option","UPDATE (a) to pg_monitor with grant option","SELECT to pg_monitor with grant option","UPDATE to pg_monitor with grant option"] → ["SELECT (a) to pg_monitor with grant option","UPDATE (a) to pg_monitor with grant option","UPDATE to pg_monitor"]

-- ==== up ====
-- batch, all or nothing

-- 1. set who may use table t (alter postgres/access:t.table)
--    ! access, changes-privileges: changes who may do what with table t
REVOKE SELECT ON TABLE public.t FROM pg_monitor;
REVOKE GRANT OPTION FOR UPDATE ON TABLE public.t FROM pg_monitor;
GRANT SELECT (a), UPDATE (a) ON TABLE public.t TO pg_monitor WITH GRANT OPTION;

-- ==== down ====
-- batch, all or nothing

-- 1. set who may use table t (alter postgres/access:t.table)
--    ! access, changes-privileges: changes who may do what with table t
GRANT SELECT, UPDATE ON TABLE public.t TO pg_monitor WITH GRANT OPTION;
