-- alter table:t
--   change-type columns.m.type: public.email → text

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column m of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN m TYPE text;

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column m of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.m becomes public.email; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN m TYPE public.email USING m::public.email;
