-- alter table:m
--   drop-column columns.note: note text
--   add-column columns.more: more integer DEFAULT 7

-- ==== up ====
-- batch, all or nothing

-- 1. drop column note of table m (alter table:m)
--    ! data-loss, drops-column: drops column m.note with all of its values [irreversible]
ALTER TABLE public.m DROP COLUMN note;

-- 2. add column more of table m (alter table:m)
ALTER TABLE public.m ADD COLUMN more integer DEFAULT 7;

-- The way down does not bring back:
--   alter table:m: drops column m.note with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop column more of table m (alter table:m)
--    ! data-loss, drops-column: drops column m.more with all of its values [irreversible]
ALTER TABLE public.m DROP COLUMN more;

-- 2. add column note of table m (alter table:m)
ALTER TABLE public.m ADD COLUMN note text;
