-- create postgres/access:u.table
-- create postgres/default-privileges:all tables of postgres
-- create table:u

-- ==== up ====
-- batch, all or nothing

-- 1. create table u (create table:u)
CREATE TABLE public.u (
  a integer
);

-- 2. set who may use table u (create postgres/access:u.table)
GRANT SELECT ON TABLE public.u TO pg_signal_backend;

-- 3. set default privileges for all tables of postgres (create postgres/default-privileges:all tables of postgres)
--    ! access, changes-privileges: changes who may do what with all tables of postgres that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT SELECT ON TABLES TO pg_signal_backend;

-- ==== down ====
-- batch, all or nothing

-- 1. set default privileges for all tables of postgres (drop postgres/default-privileges:all tables of postgres)
--    ! access, changes-privileges: changes who may do what with all tables of postgres that are yet to be made
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE SELECT ON TABLES FROM pg_signal_backend;

-- 2. drop table u (drop table:u)
--    ! data-loss, drops-table: drops table u with all of its rows [irreversible]
DROP TABLE public.u;
