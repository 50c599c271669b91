-- alter table:capital
--   change-type columns.of.type: text → character varying(20)
-- alter table:city
--   change-type columns.size.type: integer → bigint
--   change-default columns.size.default: 0 → 1
--   add-column columns.mayor: mayor text
-- create table:village

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column size of table city (alter table:city)
--    ! blocks-reads, rewrites-table: writes table city again, because city.size becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.city ALTER COLUMN size DROP DEFAULT;
ALTER TABLE public.city ALTER COLUMN size TYPE bigint USING size::bigint;

-- 2. change the default of column size of table city (alter table:city)
ALTER TABLE public.city ALTER COLUMN size SET DEFAULT 1;

-- 3. add column mayor of table city (alter table:city)
ALTER TABLE public.city ADD COLUMN mayor text;

-- 4. change the type of column of of table capital (alter table:capital)
--    ! data-loss, converts-values: changes capital.of from text to character varying(20), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table capital again, because capital.of becomes character varying(20); nobody reads or writes it meanwhile
ALTER TABLE public.capital ALTER COLUMN of TYPE character varying(20) USING of::character varying;

-- 5. create table village (create table:village)
CREATE TABLE public.village (
  size integer DEFAULT 5
) INHERITS (public.thing);

-- The way down does not bring back:
--   alter table:capital: changes capital.of from text to character varying(20), which fails where a stored value is longer, but for blanks at its end, which are cut

-- ==== down ====
-- batch, all or nothing

-- 1. drop table village (drop table:village)
--    ! data-loss, drops-table: drops table village with all of its rows [irreversible]
DROP TABLE public.village;

-- 2. drop column mayor of table city (alter table:city)
--    ! data-loss, drops-column: drops column city.mayor with all of its values [irreversible]
ALTER TABLE public.city DROP COLUMN mayor;

-- 3. change the type of column size of table city (alter table:city)
--    ! blocks-reads, scans-table: reads all of table city for values of size that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table city again, because city.size becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.city ALTER COLUMN size DROP DEFAULT;
ALTER TABLE public.city ALTER COLUMN size TYPE integer USING size::integer;

-- 4. change the default of column size of table city (alter table:city)
ALTER TABLE public.city ALTER COLUMN size SET DEFAULT 0;

-- 5. change the type of column of of table capital (alter table:capital)
ALTER TABLE public.capital ALTER COLUMN of TYPE text;
