-- alter postgres/default-privileges:all sequences of pg_monitor
--   change-grants grants: ["USAGE to pg_signal_backend with grant option"] → ["USAGE to pg_signal_backend"]

-- ==== up ====
-- batch, all or nothing

-- 1. set default privileges for all sequences of pg_monitor (alter postgres/default-privileges:all sequences of pg_monitor)
--    ! access, changes-privileges: changes who may do what with all sequences of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor REVOKE GRANT OPTION FOR USAGE ON SEQUENCES FROM pg_signal_backend;

-- ==== down ====
-- batch, all or nothing

-- 1. set default privileges for all sequences of pg_monitor (alter postgres/default-privileges:all sequences of pg_monitor)
--    ! access, changes-privileges: changes who may do what with all sequences of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor GRANT USAGE ON SEQUENCES TO pg_signal_backend WITH GRANT OPTION;
