-- alter postgres/default-privileges:all tables of pg_monitor
--   change-grants grants: ["INSERT to pg_signal_backend","SELECT to pg_signal_backend"] → ["SELECT to pg_signal_backend with grant option","UPDATE to pg_signal_backend with grant option"]

-- ==== up ====
-- batch, all or nothing

-- 1. set default privileges for all tables of pg_monitor (alter postgres/default-privileges:all tables of pg_monitor)
--    ! access, changes-privileges: changes who may do what with all tables of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor REVOKE INSERT ON TABLES FROM pg_signal_backend;
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor GRANT SELECT, UPDATE ON TABLES TO pg_signal_backend WITH GRANT OPTION;

-- ==== down ====
-- batch, all or nothing

-- 1. set default privileges for all tables of pg_monitor (alter postgres/default-privileges:all tables of pg_monitor)
--    ! access, changes-privileges: changes who may do what with all tables of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor REVOKE UPDATE ON TABLES FROM pg_signal_backend;
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor REVOKE GRANT OPTION FOR SELECT ON TABLES FROM pg_signal_backend;
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor GRANT INSERT ON TABLES TO pg_signal_backend;
