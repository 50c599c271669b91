-- alter table:base
--   change-type columns.d.type: integer → bigint
--   add-column columns.e: e integer
-- alter table:heir
--   drop-parent parents.other: other
--   drop-column columns.gone: gone integer

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column d of table base (alter table:base)
--    ! blocks-reads, rewrites-table: writes table base again, because base.d becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.base ALTER COLUMN d TYPE bigint USING d::bigint;

-- 2. add column e of table base (alter table:base)
ALTER TABLE public.base ADD COLUMN e integer;

-- 3. leave the table above of table heir (alter table:heir)
--    ! correctness, hides-rows: takes table heir out of table other: who reads, changes or counts the rows of other does not find those of heir any more, and no statement fails
--    ! correctness, defines-itself: leaves table heir with what it had from table other alone (c, gone, c_is_small) as its own: should it inherit that again, it keeps it all the same where other drops it [irreversible]
ALTER TABLE public.heir NO INHERIT public.other;
ALTER TABLE public.heir DROP CONSTRAINT IF EXISTS c_is_small;

-- 4. drop column gone of table heir (alter table:heir)
--    ! data-loss, drops-column: drops column heir.gone with all of its values [irreversible]
ALTER TABLE public.heir DROP COLUMN gone;

-- The way down does not bring back:
--   alter table:heir: leaves table heir with what it had from table other alone (c, gone, c_is_small) as its own: should it inherit that again, it keeps it all the same where other drops it
--   alter table:heir: drops column heir.gone with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop column e of table base (alter table:base)
--    ! data-loss, drops-column: drops column base.e with all of its values [irreversible]
ALTER TABLE public.base DROP COLUMN e;

-- 2. change the type of column d of table base (alter table:base)
--    ! blocks-reads, scans-table: reads all of table base for values of d that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table base again, because base.d becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.base ALTER COLUMN d TYPE integer USING d::integer;

-- 3. add column gone of table heir (alter table:heir)
ALTER TABLE public.heir ADD COLUMN gone integer;

-- 4. join the table above of table heir (alter table:heir)
ALTER TABLE public.heir ADD CONSTRAINT c_is_small CHECK ((c < 9));
ALTER TABLE public.heir INHERIT public.other;
