-- alter table:t
--   change-expression columns.v.generated: (a * 2) → (a * 3)

-- ==== up ====
-- batch, all or nothing

-- 1. compute column v in another way of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN v SET EXPRESSION AS ((a * 3));

-- ==== down ====
-- batch, all or nothing

-- 1. compute column v in another way of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN v SET EXPRESSION AS ((a * 2));
