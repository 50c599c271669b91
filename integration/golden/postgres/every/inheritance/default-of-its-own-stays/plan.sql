-- alter table:c
--   change-default columns.a.default: 7
--   change-storage columns.s.storage: EXTERNAL
-- alter table:one
--   change-default columns.a.default: 1 → 2
--   change-storage columns.s.storage: none → MAIN
-- alter table:two
--   change-default columns.a.default: 3 → 1
-- left alone: own definition of inherited columns c (a): it is no difference, and is planned for where the table above loses it

-- ==== up ====
-- batch, all or nothing

-- 1. change the default of column a of table one (alter table:one)
ALTER TABLE public.one ALTER COLUMN a SET DEFAULT 2;

-- 2. change the storage of column s of table one (alter table:one)
ALTER TABLE public.one ALTER COLUMN s SET STORAGE MAIN;

-- 3. change the default of column a of table two (alter table:two)
ALTER TABLE public.two ALTER COLUMN a SET DEFAULT 1;

-- 4. change the default of column a of table c (alter table:c)
ALTER TABLE public.c ALTER COLUMN a SET DEFAULT 7;

-- 5. change the storage of column s of table c (alter table:c)
ALTER TABLE public.c ALTER COLUMN s SET STORAGE EXTERNAL;

-- ==== down ====
-- batch, all or nothing

-- 1. change the default of column a of table one (alter table:one)
ALTER TABLE public.one ALTER COLUMN a SET DEFAULT 1;

-- 2. change the storage of column s of table one (alter table:one)
ALTER TABLE public.one ALTER COLUMN s SET STORAGE EXTENDED;

-- 3. change the default of column a of table two (alter table:two)
ALTER TABLE public.two ALTER COLUMN a SET DEFAULT 3;

-- 4. change the default of column a of table c (alter table:c)
ALTER TABLE public.c ALTER COLUMN a SET DEFAULT 7;

-- 5. change the storage of column s of table c (alter table:c)
ALTER TABLE public.c ALTER COLUMN s SET STORAGE EXTERNAL;
