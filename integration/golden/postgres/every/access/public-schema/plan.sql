-- alter postgres/access:public.schema
--   change-grants grants: ["USAGE to public"] → ["CREATE to pg_monitor","USAGE to pg_monitor"]

-- ==== up ====
-- batch, all or nothing

-- 1. set who may use schema public (alter postgres/access:public.schema)
--    ! access, changes-privileges: changes who may do what with schema public
REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT CREATE, USAGE ON SCHEMA public TO pg_monitor;

-- ==== down ====
-- batch, all or nothing

-- 1. set who may use schema public (alter postgres/access:public.schema)
--    ! access, changes-privileges: changes who may do what with schema public
REVOKE CREATE, USAGE ON SCHEMA public FROM pg_monitor;
GRANT USAGE ON SCHEMA public TO PUBLIC;
