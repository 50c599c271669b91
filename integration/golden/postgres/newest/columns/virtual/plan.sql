-- alter table:t
--   drop-column columns.v: v integer GENERATED ALWAYS AS ((a + 1)) VIRTUAL
--   add-column columns.v: v integer GENERATED ALWAYS AS ((a + 2)) VIRTUAL
--   add-column columns.w: w integer GENERATED ALWAYS AS ((a * 3)) VIRTUAL

-- ==== up ====
-- batch, all or nothing

-- 1. drop column v of table t (alter table:t)
ALTER TABLE public.t DROP COLUMN v;

-- 2. add column v of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN v integer GENERATED ALWAYS AS ((a + 2)) VIRTUAL;

-- 3. add column w of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN w integer GENERATED ALWAYS AS ((a * 3)) VIRTUAL;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column w of table t (alter table:t)
ALTER TABLE public.t DROP COLUMN w;

-- 2. drop column v of table t (alter table:t)
ALTER TABLE public.t DROP COLUMN v;

-- 3. add column v of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN v integer GENERATED ALWAYS AS ((a + 1)) VIRTUAL;
