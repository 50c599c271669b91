-- alter table:heir
--   drop-parent parents.m: m
--   add-column columns.n: n integer DEFAULT 5
-- alter table:joins
--   add-column columns.n: n integer DEFAULT 5
--   add-parent parents.m: m
-- alter table:m
--   drop-column columns.gone: gone text
--   add-column columns.n: n integer DEFAULT 5

-- ==== up ====
-- batch, all or nothing

-- 1. leave the table above of table heir (alter table:heir)
--    ! correctness, hides-rows: takes table heir out of table m: who reads, changes or counts the rows of m does not find those of heir any more, and no statement fails
--    ! correctness, defines-itself: leaves table heir with what it had from table m alone (id, gone) as its own: should it inherit that again, it keeps it all the same where m drops it [irreversible]
ALTER TABLE public.heir NO INHERIT public.m;

-- 2. add column n of table heir (alter table:heir)
ALTER TABLE public.heir ADD COLUMN n integer DEFAULT 5;

-- 3. drop column gone of table m (alter table:m)
--    ! data-loss, drops-column: drops column m.gone with all of its values [irreversible]
ALTER TABLE public.m DROP COLUMN gone;

-- 4. add column n of table m (alter table:m)
ALTER TABLE public.m ADD COLUMN n integer DEFAULT 5;

-- 5. add column n of table joins (alter table:joins)
ALTER TABLE public.joins ADD COLUMN n integer DEFAULT 5;

-- 6. join the table above of table joins (alter table:joins)
ALTER TABLE public.joins INHERIT public.m;

-- The way down does not bring back:
--   alter table:heir: leaves table heir with what it had from table m alone (id, gone) as its own: should it inherit that again, it keeps it all the same where m drops it
--   alter table:m: drops column m.gone with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. leave the table above of table joins (alter table:joins)
--    ! correctness, hides-rows: takes table joins out of table m: who reads, changes or counts the rows of m does not find those of joins any more, and no statement fails
ALTER TABLE public.joins NO INHERIT public.m;

-- 2. drop column n of table joins (alter table:joins)
--    ! data-loss, drops-column: drops column joins.n with all of its values [irreversible]
ALTER TABLE public.joins DROP COLUMN n;

-- 3. drop column n of table m (alter table:m)
--    ! data-loss, drops-column: drops column m.n with all of its values [irreversible]
ALTER TABLE public.m DROP COLUMN n;

-- 4. add column gone of table m (alter table:m)
ALTER TABLE public.m ADD COLUMN gone text;

-- 5. drop column n of table heir (alter table:heir)
--    ! data-loss, drops-column: drops column heir.n with all of its values [irreversible]
ALTER TABLE public.heir DROP COLUMN n;

-- 6. join the table above of table heir (alter table:heir)
ALTER TABLE public.heir INHERIT public.m;
