-- create postgres/default-privileges:we"ird Näme.tables of pg_monitor
-- create schema:we"ird Näme

-- ==== up ====
-- batch, all or nothing

-- 1. create schema we"ird Näme (create schema:we"ird Näme)
CREATE SCHEMA "we""ird Näme";

-- 2. set default privileges for we"ird Näme.tables of pg_monitor (create postgres/default-privileges:we"ird Näme.tables of pg_monitor)
--    ! access, changes-privileges: changes who may do what with we"ird Näme.tables of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA "we""ird Näme" GRANT SELECT ON TABLES TO pg_signal_backend;

-- ==== down ====
-- batch, all or nothing

-- 1. set default privileges for we"ird Näme.tables of pg_monitor (drop postgres/default-privileges:we"ird Näme.tables of pg_monitor)
--    ! access, changes-privileges: changes who may do what with we"ird Näme.tables of pg_monitor that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA "we""ird Näme" REVOKE SELECT ON TABLES FROM pg_signal_backend;

-- 2. drop schema we"ird Näme (drop schema:we"ird Näme)
DROP SCHEMA "we""ird Näme";
