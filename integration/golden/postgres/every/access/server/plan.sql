-- alter postgres/access:far.postgres/server
--   change-grants grants: ["USAGE to pg_monitor"] → ["USAGE to pg_signal_backend"]

-- ==== up ====
-- batch, all or nothing

-- 1. set who may use server far (alter postgres/access:far.postgres/server)
--    ! access, changes-privileges: changes who may do what with server far
REVOKE USAGE ON FOREIGN SERVER far FROM pg_monitor;
GRANT USAGE ON FOREIGN SERVER far TO pg_signal_backend;

-- ==== down ====
-- batch, all or nothing

-- 1. set who may use server far (alter postgres/access:far.postgres/server)
--    ! access, changes-privileges: changes who may do what with server far
REVOKE USAGE ON FOREIGN SERVER far FROM pg_signal_backend;
GRANT USAGE ON FOREIGN SERVER far TO pg_monitor;
