-- create postgres/constraint:heir.heir_c_check
-- replace postgres/constraint:one.one_a_check: a constraint cannot be altered
-- alter table:heir
--   drop-parent parents.two: two
--   change-default columns.b.default: 3
-- alter table:one
--   change-type columns.a.type: integer → bigint
--   change-default columns.b.default: 1 → 5
--   add-column columns.z: z text DEFAULT 'q'::text NOT NULL
-- left alone: own definition of inherited columns heir (b): it is no difference, and is planned for where the table above loses it

-- ==== up ====
-- batch, all or nothing

-- 1. drop check one_a_check of table one (replace postgres/constraint:one.one_a_check)
ALTER TABLE public.one DROP CONSTRAINT one_a_check;

-- 2. change the type of column a of table one (alter table:one)
--    ! blocks-reads, rewrites-table: writes table one again, because one.a becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.one ALTER COLUMN a TYPE bigint USING a::bigint;

-- 3. change the default of column b of table one (alter table:one)
ALTER TABLE public.one ALTER COLUMN b SET DEFAULT 5;

-- 4. add column z of table one (alter table:one)
ALTER TABLE public.one ADD COLUMN z text DEFAULT 'q'::text NOT NULL;

-- 5. add check one_a_check to table one (replace postgres/constraint:one.one_a_check)
--    ! blocks-reads, scans-table: reads all of table one for the check one_a_check, and rows that do not comply make it fail
ALTER TABLE public.one ADD CONSTRAINT one_a_check CHECK ((a > 1));

-- 6. leave the table above of table heir (alter table:heir)
--    ! correctness, hides-rows: takes table heir out of table two: who reads, changes or counts the rows of two does not find those of heir any more, and no statement fails
--    ! correctness, defines-itself: leaves table heir with what it had from table two alone (c, two_c_check) as its own: should it inherit that again, it keeps it all the same where two drops it [irreversible]
ALTER TABLE public.heir NO INHERIT public.two;
ALTER TABLE public.heir RENAME CONSTRAINT two_c_check TO heir_c_check;

-- 7. change the default of column b of table heir (alter table:heir)
ALTER TABLE public.heir ALTER COLUMN b SET DEFAULT 3;

-- The way down does not bring back:
--   alter table:heir: leaves table heir with what it had from table two alone (c, two_c_check) as its own: should it inherit that again, it keeps it all the same where two drops it

-- ==== down ====
-- batch, all or nothing

-- 1. drop check heir_c_check of table heir (drop postgres/constraint:heir.heir_c_check)
--    ! correctness, ends-guarantee: drops the check heir_c_check of table heir: from then on rows come that break it, and no statement fails
ALTER TABLE public.heir DROP CONSTRAINT heir_c_check;

-- 2. drop check one_a_check of table one (replace postgres/constraint:one.one_a_check)
ALTER TABLE public.one DROP CONSTRAINT one_a_check;

-- 3. drop column z of table one (alter table:one)
--    ! data-loss, drops-column: drops column one.z with all of its values [irreversible]
ALTER TABLE public.one DROP COLUMN z;

-- 4. change the type of column a of table one (alter table:one)
--    ! blocks-reads, scans-table: reads all of table one for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table one again, because one.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.one ALTER COLUMN a TYPE integer USING a::integer;

-- 5. change the default of column b of table one (alter table:one)
ALTER TABLE public.one ALTER COLUMN b SET DEFAULT 1;

-- 6. add check one_a_check to table one (replace postgres/constraint:one.one_a_check)
--    ! blocks-reads, scans-table: reads all of table one for the check one_a_check, and rows that do not comply make it fail
ALTER TABLE public.one ADD CONSTRAINT one_a_check CHECK ((a > 0));

-- 7. join the table above of table heir (alter table:heir)
ALTER TABLE public.heir ADD CONSTRAINT two_c_check CHECK ((c > 0));
ALTER TABLE public.heir INHERIT public.two;

-- 8. change the default of column b of table heir (alter table:heir)
ALTER TABLE public.heir ALTER COLUMN b SET DEFAULT 3;
