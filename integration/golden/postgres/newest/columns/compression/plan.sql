-- alter table:t
--   change-compression columns.a.compression: pglz → none
--   change-compression columns.b.compression: none → pglz
--   add-column columns.c: c text

-- ==== up ====
-- batch, all or nothing

-- 1. change the compression of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET COMPRESSION default;

-- 2. change the compression of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b SET COMPRESSION pglz;

-- 3. add column c of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN c text;
ALTER TABLE public.t ALTER COLUMN c SET COMPRESSION pglz;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column c of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.c with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN c;

-- 2. change the compression of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET COMPRESSION pglz;

-- 3. change the compression of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b SET COMPRESSION default;
