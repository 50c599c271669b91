-- create postgres/constraint:other.e_is_small
-- alter table:base
--   drop-column columns.gone: gone integer
--   change-type columns.kind.type: character varying(5) → character varying(9)
--   add-column columns.d: d integer DEFAULT 4
-- alter table:heir
--   add-column columns.z: z integer
--   add-column columns.e: e integer DEFAULT 5
--   change-default columns.d.default: none → 7
--   add-parent parents.other: other
-- create table:other

-- ==== up ====
-- batch, all or nothing

-- 1. drop column gone of table base (alter table:base)
--    ! data-loss, drops-column: drops column base.gone with all of its values [irreversible]
ALTER TABLE public.base DROP COLUMN gone;

-- 2. change the type of column kind of table base (alter table:base)
ALTER TABLE public.base ALTER COLUMN kind TYPE character varying(9);

-- 3. add column d of table base (alter table:base)
ALTER TABLE public.base ADD COLUMN d integer DEFAULT 4;

-- 4. create table other (create table:other)
CREATE TABLE public.other (
  c integer,
  z integer,
  e integer
);

-- 5. add check e_is_small to table other (create postgres/constraint:other.e_is_small)
ALTER TABLE public.other ADD CONSTRAINT e_is_small CHECK ((e < 9));

-- 6. add column z of table heir (alter table:heir)
ALTER TABLE public.heir ADD COLUMN z integer;

-- 7. add column e of table heir (alter table:heir)
ALTER TABLE public.heir ADD COLUMN e integer DEFAULT 5;

-- 8. change the default of column d of table heir (alter table:heir)
ALTER TABLE public.heir ALTER COLUMN d SET DEFAULT 7;

-- 9. join the table above of table heir (alter table:heir)
ALTER TABLE public.heir ADD CONSTRAINT e_is_small CHECK ((e < 9));
ALTER TABLE public.heir INHERIT public.other;

-- The way down does not bring back:
--   alter table:base: drops column base.gone with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop column d of table base (alter table:base)
--    ! data-loss, drops-column: drops column base.d with all of its values [irreversible]
ALTER TABLE public.base DROP COLUMN d;

-- 2. change the type of column kind of table base (alter table:base)
--    ! data-loss, converts-values: changes base.kind from character varying(9) to character varying(5), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table base again, because base.kind becomes character varying(5); nobody reads or writes it meanwhile
ALTER TABLE public.base ALTER COLUMN kind TYPE character varying(5) USING kind::character varying;

-- 3. add column gone of table base (alter table:base)
ALTER TABLE public.base ADD COLUMN gone integer;

-- 4. leave the table above of table heir (alter table:heir)
--    ! correctness, hides-rows: takes table heir out of table other: who reads, changes or counts the rows of other does not find those of heir any more, and no statement fails
--    ! correctness, defines-itself: leaves table heir with what it had from table other alone (e_is_small) as its own: should it inherit that again, it keeps it all the same where other drops it [irreversible]
ALTER TABLE public.heir NO INHERIT public.other;
ALTER TABLE public.heir DROP CONSTRAINT IF EXISTS e_is_small;

-- 5. drop column z of table heir (alter table:heir)
--    ! data-loss, drops-column: drops column heir.z with all of its values [irreversible]
ALTER TABLE public.heir DROP COLUMN z;

-- 6. drop column e of table heir (alter table:heir)
--    ! data-loss, drops-column: drops column heir.e with all of its values [irreversible]
ALTER TABLE public.heir DROP COLUMN e;

-- 7. drop table other (drop table:other)
--    ! data-loss, drops-table: drops table other with all of its rows [irreversible]
DROP TABLE public.other;
