-- create postgres/default-privileges:all schemas of pg_monitor
-- create postgres/default-privileges:all tables of pg_monitor

-- ==== up ====
-- batch, all or nothing

-- 1. set default privileges for all schemas of pg_monitor (create postgres/default-privileges:all schemas of pg_monitor)
--    ! access, changes-privileges: changes who may do what with all schemas of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor GRANT USAGE ON SCHEMAS TO pg_signal_backend WITH GRANT OPTION;

-- 2. set default privileges for all tables of pg_monitor (create postgres/default-privileges:all tables of pg_monitor)
--    ! access, changes-privileges: changes who may do what with all tables of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor GRANT SELECT ON TABLES TO PUBLIC;

-- ==== down ====
-- batch, all or nothing

-- 1. set default privileges for all schemas of pg_monitor (drop postgres/default-privileges:all schemas of pg_monitor)
--    ! access, changes-privileges: changes who may do what with all schemas of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor REVOKE USAGE ON SCHEMAS FROM pg_signal_backend;

-- 2. set default privileges for all tables of pg_monitor (drop postgres/default-privileges:all tables of pg_monitor)
--    ! access, changes-privileges: changes who may do what with all tables of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor REVOKE SELECT ON TABLES FROM PUBLIC;
