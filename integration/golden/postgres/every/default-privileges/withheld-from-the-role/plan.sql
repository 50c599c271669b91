-- create postgres/default-privileges:all functions of pg_monitor
-- alter postgres/default-privileges:all tables of pg_monitor
--   change-grants grants: ["no INSERT for the owner"] → ["no DELETE for the owner"]

-- ==== up ====
-- batch, all or nothing

-- 1. set default privileges for all functions of pg_monitor (create postgres/default-privileges:all functions of pg_monitor)
--    ! access, changes-privileges: changes who may do what with all functions of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor REVOKE EXECUTE ON FUNCTIONS FROM pg_monitor;

-- 2. set default privileges for all tables of pg_monitor (alter postgres/default-privileges:all tables of pg_monitor)
--    ! access, changes-privileges: changes who may do what with all tables of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor REVOKE DELETE ON TABLES FROM pg_monitor;
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor GRANT INSERT ON TABLES TO pg_monitor;

-- ==== down ====
-- batch, all or nothing

-- 1. set default privileges for all functions of pg_monitor (drop postgres/default-privileges:all functions of pg_monitor)
--    ! access, changes-privileges: changes who may do what with all functions of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor GRANT EXECUTE ON FUNCTIONS TO pg_monitor;

-- 2. set default privileges for all tables of pg_monitor (alter postgres/default-privileges:all tables of pg_monitor)
--    ! access, changes-privileges: changes who may do what with all tables of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor REVOKE INSERT ON TABLES FROM pg_monitor;
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor GRANT DELETE ON TABLES TO pg_monitor;
