-- drop table:made_anew
-- alter table:two
--   add-column columns.e: e integer
-- left alone: own definition of inherited columns heir (b): it is no difference, and is planned for where the table above loses it
-- left alone: own definition of inherited columns made_anew (b): it is no difference, and is planned for where the table above loses it

-- ==== up ====
-- batch, all or nothing

-- 1. drop table made_anew (drop table:made_anew)
--    ! data-loss, drops-table: drops table made_anew with all of its rows [irreversible]
DROP TABLE public.made_anew;

-- 2. add column e of table two (alter table:two)
ALTER TABLE public.two ADD COLUMN e integer;

-- The way down does not bring back:
--   drop table:made_anew: drops table made_anew with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. drop column e of table two (alter table:two)
--    ! data-loss, drops-column: drops column two.e with all of its values [irreversible]
ALTER TABLE public.two DROP COLUMN e;

-- 2. create table made_anew (create table:made_anew)
CREATE TABLE public.made_anew (
  b integer DEFAULT 2
) INHERITS (public.two, public.three, public.one);
ALTER TABLE public.made_anew ALTER COLUMN b SET DEFAULT 2;
