-- alter table:p
--   change-default columns.a.default: 1 → 2
--   change-default columns.b.default: 1 → 2
-- alter table:p1
--   change-default columns.a.default: 7
-- alter table:p11
--   change-default columns.a.default: 9
-- alter table:p2
--   change-default columns.b.default: none

-- ==== up ====
-- batch, all or nothing

-- 1. change the default of column a of table p (alter table:p)
ALTER TABLE public.p ALTER COLUMN a SET DEFAULT 2;

-- 2. change the default of column b of table p (alter table:p)
ALTER TABLE public.p ALTER COLUMN b SET DEFAULT 2;

-- 3. change the default of column a of table p1 (alter table:p1)
ALTER TABLE public.p1 ALTER COLUMN a SET DEFAULT 7;

-- 4. change the default of column a of table p11 (alter table:p11)
ALTER TABLE public.p11 ALTER COLUMN a SET DEFAULT 9;

-- 5. change the default of column b of table p2 (alter table:p2)
ALTER TABLE public.p2 ALTER COLUMN b DROP DEFAULT;

-- ==== down ====
-- batch, all or nothing

-- 1. change the default of column a of table p (alter table:p)
ALTER TABLE public.p ALTER COLUMN a SET DEFAULT 1;

-- 2. change the default of column b of table p (alter table:p)
ALTER TABLE public.p ALTER COLUMN b SET DEFAULT 1;

-- 3. change the default of column a of table p1 (alter table:p1)
ALTER TABLE public.p1 ALTER COLUMN a SET DEFAULT 7;

-- 4. change the default of column a of table p11 (alter table:p11)
ALTER TABLE public.p11 ALTER COLUMN a SET DEFAULT 9;

-- 5. change the default of column b of table p2 (alter table:p2)
ALTER TABLE public.p2 ALTER COLUMN b DROP DEFAULT;
