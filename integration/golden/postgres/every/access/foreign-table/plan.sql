-- create postgres/access:ft.postgres/foreign-table

-- ==== up ====
-- batch, all or nothing

-- 1. set who may use foreign table ft (create postgres/access:ft.postgres/foreign-table)
--    ! access, changes-privileges: changes who may do what with foreign table ft
GRANT UPDATE (b), SELECT ON TABLE public.ft TO pg_monitor;

-- ==== down ====
-- batch, all or nothing

-- 1. set who may use foreign table ft (drop postgres/access:ft.postgres/foreign-table)
--    ! access, changes-privileges: changes who may do what with foreign table ft
REVOKE UPDATE (b), SELECT ON TABLE public.ft FROM pg_monitor;
