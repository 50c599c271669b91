-- alter table:above
--   change-default columns.m.default: 2 → 1
--   change-default columns.n.default: 1 → 2
-- alter table:below
--   change-default columns.n.default: 2
--   change-default columns.m.default: 2
-- left alone: own definition of inherited columns below (n): it is no difference, and is planned for where the table above loses it

-- ==== up ====
-- batch, all or nothing

-- 1. change the default of column m of table above (alter table:above)
ALTER TABLE public.above ALTER COLUMN m SET DEFAULT 1;

-- 2. change the default of column n of table above (alter table:above)
ALTER TABLE public.above ALTER COLUMN n SET DEFAULT 2;

-- 3. change the default of column n of table below (alter table:below)
ALTER TABLE public.below ALTER COLUMN n SET DEFAULT 2;

-- 4. change the default of column m of table below (alter table:below)
ALTER TABLE public.below ALTER COLUMN m SET DEFAULT 2;

-- ==== down ====
-- batch, all or nothing

-- 1. change the default of column m of table above (alter table:above)
ALTER TABLE public.above ALTER COLUMN m SET DEFAULT 2;

-- 2. change the default of column n of table above (alter table:above)
ALTER TABLE public.above ALTER COLUMN n SET DEFAULT 1;

-- 3. change the default of column m of table below (alter table:below)
ALTER TABLE public.below ALTER COLUMN m SET DEFAULT 2;

-- 4. change the default of column n of table below (alter table:below)
ALTER TABLE public.below ALTER COLUMN n SET DEFAULT 2;
