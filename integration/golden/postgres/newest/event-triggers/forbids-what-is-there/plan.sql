-- alter table:t
--   add-column columns.b: b integer

-- ==== up ====
-- batch, all or nothing

-- 1. add column b of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN b integer;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column b of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.b with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN b;
