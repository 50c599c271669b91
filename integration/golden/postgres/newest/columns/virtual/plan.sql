-- alter table:t
--   add-column columns.w: w integer GENERATED ALWAYS AS ((a * 3)) VIRTUAL
--   change-expression columns.v.generated: (a + 1) → (a + 2)

-- ==== up ====
-- batch, all or nothing

-- 1. add column w of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN w integer GENERATED ALWAYS AS ((a * 3)) VIRTUAL;

-- 2. compute column v in another way of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN v SET EXPRESSION AS ((a + 2));

-- ==== down ====
-- batch, all or nothing

-- 1. drop column w of table t (alter table:t)
ALTER TABLE public.t DROP COLUMN w;

-- 2. compute column v in another way of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN v SET EXPRESSION AS ((a + 1));
