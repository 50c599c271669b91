-- create postgres/default-privileges:all functions of pg_monitor
-- create postgres/default-privileges:all types of pg_monitor

-- ==== up ====
-- batch, all or nothing

-- 1. set default privileges for all functions of pg_monitor (create postgres/default-privileges:all functions of pg_monitor)
--    ! access, changes-privileges: changes who may do what with all functions of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- 2. set default privileges for all types of pg_monitor (create postgres/default-privileges:all types of pg_monitor)
--    ! access, changes-privileges: changes who may do what with all types of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor REVOKE USAGE ON TYPES FROM PUBLIC;

-- ==== down ====
-- batch, all or nothing

-- 1. set default privileges for all functions of pg_monitor (drop postgres/default-privileges:all functions of pg_monitor)
--    ! access, changes-privileges: changes who may do what with all functions of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor GRANT EXECUTE ON FUNCTIONS TO PUBLIC;

-- 2. set default privileges for all types of pg_monitor (drop postgres/default-privileges:all types of pg_monitor)
--    ! access, changes-privileges: changes who may do what with all types of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor GRANT USAGE ON TYPES TO PUBLIC;
