-- alter table:a
--   change-unlogged unlogged: true → false
-- alter table:b
--   change-unlogged unlogged: false → true

-- ==== up ====
-- batch, all or nothing

-- 1. change the persistence of table a (alter table:a)
--    ! blocks-reads, rewrites-table: writes table a again, because it is logged in another way; nobody reads or writes it meanwhile
ALTER TABLE public.a SET LOGGED;

-- 2. change the persistence of table b (alter table:b)
--    ! blocks-reads, rewrites-table: writes table b again, because it is logged in another way; nobody reads or writes it meanwhile
ALTER TABLE public.b SET UNLOGGED;

-- ==== down ====
-- batch, all or nothing

-- 1. change the persistence of table a (alter table:a)
--    ! blocks-reads, rewrites-table: writes table a again, because it is logged in another way; nobody reads or writes it meanwhile
ALTER TABLE public.a SET UNLOGGED;

-- 2. change the persistence of table b (alter table:b)
--    ! blocks-reads, rewrites-table: writes table b again, because it is logged in another way; nobody reads or writes it meanwhile
ALTER TABLE public.b SET LOGGED;
