-- alter postgres/access:v.view
--   change-owner owner: postgres → pg_monitor
--   change-grants grants: ["SELECT to pg_monitor","SELECT to pg_read_all_stats"] → []

-- ==== up ====
-- batch, all or nothing

-- 1. set who may use view v (alter postgres/access:v.view)
--    ! access, changes-owner: gives view v to pg_monitor, who may do anything with it from then on; who had it may not
--    ! access, changes-privileges: changes who may do what with view v
ALTER VIEW public.v OWNER TO pg_monitor;
REVOKE SELECT ON TABLE public.v FROM pg_read_all_stats;

-- ==== down ====
-- batch, all or nothing

-- 1. set who may use view v (alter postgres/access:v.view)
--    ! access, changes-owner: gives view v to postgres, who may do anything with it from then on; who had it may not
--    ! access, changes-privileges: changes who may do what with view v
ALTER VIEW public.v OWNER TO postgres;
GRANT SELECT ON TABLE public.v TO pg_monitor;
GRANT SELECT ON TABLE public.v TO pg_read_all_stats;
