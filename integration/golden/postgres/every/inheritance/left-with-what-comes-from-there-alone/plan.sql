-- create postgres/constraint:heir.one_a
-- alter table:heir
--   drop-parent parents.one: one
-- left alone: own definition of inherited columns heir (c): it is no difference, and is planned for where the table above loses it

-- ==== up ====
-- batch, all or nothing

-- 1. leave the table above of table heir (alter table:heir)
--    ! correctness, hides-rows: takes table heir out of table one: who reads, changes or counts the rows of one does not find those of heir any more, and no statement fails
--    ! correctness, defines-itself: leaves table heir with what it had from table one alone (a, one_a) as its own: should it inherit that again, it keeps it all the same where one drops it [irreversible]
ALTER TABLE public.heir NO INHERIT public.one;

-- The way down does not bring back:
--   alter table:heir: leaves table heir with what it had from table one alone (a, one_a) as its own: should it inherit that again, it keeps it all the same where one drops it

-- ==== down ====
-- batch, all or nothing

-- 1. join the table above of table heir (alter table:heir)
ALTER TABLE public.heir INHERIT public.one;
