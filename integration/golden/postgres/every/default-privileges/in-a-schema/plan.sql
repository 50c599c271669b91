-- create postgres/default-privileges:app.tables of pg_monitor
-- create postgres/default-privileges:functions of pg_monitor

-- ==== up ====
-- batch, all or nothing

-- 1. set default privileges for app.tables of pg_monitor (create postgres/default-privileges:app.tables of pg_monitor)
--    ! access, changes-privileges: changes who may do what with app.tables of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA app GRANT SELECT ON TABLES TO pg_signal_backend;

-- 2. set default privileges for functions of pg_monitor (create postgres/default-privileges:functions of pg_monitor)
--    ! access, changes-privileges: changes who may do what with functions of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO pg_signal_backend;

-- ==== down ====
-- batch, all or nothing

-- 1. set default privileges for app.tables of pg_monitor (drop postgres/default-privileges:app.tables of pg_monitor)
--    ! access, changes-privileges: changes who may do what with app.tables of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA app REVOKE SELECT ON TABLES FROM pg_signal_backend;

-- 2. set default privileges for functions of pg_monitor (drop postgres/default-privileges:functions of pg_monitor)
--    ! access, changes-privileges: changes who may do what with functions of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA public REVOKE EXECUTE ON FUNCTIONS FROM pg_signal_backend;
