-- alter table:c
--   change-unlogged unlogged: true → false
-- alter table:p
--   change-unlogged unlogged: true → false

-- ==== up ====
-- batch, all or nothing

-- 1. change the persistence of table p (alter table:p)
--    ! blocks-reads, rewrites-table: writes table p again, because it is logged in another way; nobody reads or writes it meanwhile
ALTER TABLE public.p SET LOGGED;

-- 2. change the persistence of table c (alter table:c)
--    ! blocks-reads, rewrites-table: writes table c again, because it is logged in another way; nobody reads or writes it meanwhile
ALTER TABLE public.c SET LOGGED;

-- ==== down ====
-- batch, all or nothing

-- 1. change the persistence of table c (alter table:c)
--    ! blocks-reads, rewrites-table: writes table c again, because it is logged in another way; nobody reads or writes it meanwhile
ALTER TABLE public.c SET UNLOGGED;

-- 2. change the persistence of table p (alter table:p)
--    ! blocks-reads, rewrites-table: writes table p again, because it is logged in another way; nobody reads or writes it meanwhile
ALTER TABLE public.p SET UNLOGGED;
