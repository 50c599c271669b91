-- alter table:t
--   change-storage columns.a.storage: EXTERNAL → none
--   change-storage columns.b.storage: MAIN → PLAIN
--   change-storage columns.c.storage: EXTERNAL → none
--   change-storage columns.d.storage: none → EXTERNAL

-- ==== up ====
-- batch, all or nothing

-- 1. change the storage of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET STORAGE EXTENDED;

-- 2. change the storage of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b SET STORAGE PLAIN;

-- 3. change the storage of column c of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN c SET STORAGE MAIN;

-- 4. change the storage of column d of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN d SET STORAGE EXTERNAL;

-- ==== down ====
-- batch, all or nothing

-- 1. change the storage of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET STORAGE EXTERNAL;

-- 2. change the storage of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b SET STORAGE MAIN;

-- 3. change the storage of column c of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN c SET STORAGE EXTERNAL;

-- 4. change the storage of column d of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN d SET STORAGE EXTENDED;
