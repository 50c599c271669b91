-- alter table:t
--   change-expression columns.b.generated: (a * 2) → (a * 3)
--   change-expression columns.c.generated: (a + 1) → (a + 2)

-- ==== up ====
-- batch, all or nothing

-- 1. compute column b in another way of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to compute the column b anew; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b SET EXPRESSION AS ((a * 3));

-- 2. compute column c in another way of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN c SET EXPRESSION AS ((a + 2));

-- ==== down ====
-- batch, all or nothing

-- 1. compute column b in another way of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to compute the column b anew; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b SET EXPRESSION AS ((a * 2));

-- 2. compute column c in another way of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN c SET EXPRESSION AS ((a + 1));
