-- alter table:m
--   add-column columns.more: more integer

-- ==== up ====
-- batch, all or nothing

-- 1. add column more of table m (alter table:m)
ALTER TABLE public.m ADD COLUMN more integer;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column more of table m (alter table:m)
--    ! data-loss, drops-column: drops column m.more with all of its values [irreversible]
ALTER TABLE public.m DROP COLUMN more;
