-- alter table:heir
--   drop-parent parents.one: one
-- alter table:one
--   rename-column columns.bb: b → bb
--   change-type columns.a.type: integer → bigint
-- alter table:other_heir
--   drop-parent parents.two: two
-- alter table:two
--   rename-column columns.bb: b → bb
--   change-type columns.a.type: integer → bigint

-- ==== up ====
-- batch, all or nothing

-- 1. leave the table above of table other_heir (alter table:other_heir)
--    ! correctness, hides-rows: takes table other_heir out of table two: who reads, changes or counts the rows of two does not find those of other_heir any more, and no statement fails
--    ! correctness, defines-itself: leaves table other_heir with what it had from table two alone (c) as its own: should it inherit that again, it keeps it all the same where two drops it [irreversible]
ALTER TABLE public.other_heir NO INHERIT public.two;

-- 2. leave the table above of table heir (alter table:heir)
--    ! correctness, hides-rows: takes table heir out of table one: who reads, changes or counts the rows of one does not find those of heir any more, and no statement fails
ALTER TABLE public.heir NO INHERIT public.one;

-- 3. rename column b to bb of table one (alter table:one)
--    ! correctness, breaks-clients: renames column one.b to bb: statements that still say one.b fail from then on
ALTER TABLE public.one RENAME COLUMN b TO bb;

-- 4. change the type of column a of table one (alter table:one)
--    ! blocks-reads, rewrites-table: writes table one again, because one.a becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.one ALTER COLUMN a TYPE bigint USING a::bigint;

-- 5. rename column b to bb of table two (alter table:two)
--    ! correctness, breaks-clients: renames column two.b to bb: statements that still say two.b fail from then on
ALTER TABLE public.two RENAME COLUMN b TO bb;

-- 6. change the type of column a of table two (alter table:two)
--    ! blocks-reads, rewrites-table: writes table two again, because two.a becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.two ALTER COLUMN a TYPE bigint USING a::bigint;

-- The way down does not bring back:
--   alter table:other_heir: leaves table other_heir with what it had from table two alone (c) as its own: should it inherit that again, it keeps it all the same where two drops it

-- ==== down ====
-- batch, all or nothing

-- 1. rename column bb to b of table one (alter table:one)
--    ! correctness, breaks-clients: renames column one.bb to b: statements that still say one.bb fail from then on
ALTER TABLE public.one RENAME COLUMN bb TO b;

-- 2. change the type of column a of table one (alter table:one)
--    ! blocks-reads, scans-table: reads all of table one for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table one again, because one.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.one ALTER COLUMN a TYPE integer USING a::integer;

-- 3. rename column bb to b of table two (alter table:two)
--    ! correctness, breaks-clients: renames column two.bb to b: statements that still say two.bb fail from then on
ALTER TABLE public.two RENAME COLUMN bb TO b;

-- 4. change the type of column a of table two (alter table:two)
--    ! blocks-reads, scans-table: reads all of table two for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table two again, because two.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.two ALTER COLUMN a TYPE integer USING a::integer;

-- 5. join the table above of table heir (alter table:heir)
ALTER TABLE public.heir INHERIT public.one;

-- 6. join the table above of table other_heir (alter table:other_heir)
ALTER TABLE public.other_heir INHERIT public.two;
