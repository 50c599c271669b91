-- alter table:joins
--   add-parent parents.city: city
-- alter table:leaves
--   drop-parent parents.city: city

-- ==== up ====
-- batch, all or nothing

-- 1. join the table above of table joins (alter table:joins)
ALTER TABLE public.joins ADD CONSTRAINT city_size CHECK ((size >= 0));
ALTER TABLE public.joins INHERIT public.city;

-- 2. leave the table above of table leaves (alter table:leaves)
--    ! correctness, hides-rows: takes table leaves out of table city: who reads, changes or counts the rows of city does not find those of leaves any more, and no statement fails
--    ! correctness, defines-itself: leaves table leaves with what it had from table city alone (name, size, city_size) as its own: should it inherit that again, it keeps it all the same where city drops it [irreversible]
ALTER TABLE public.leaves NO INHERIT public.city;
ALTER TABLE public.leaves DROP CONSTRAINT IF EXISTS city_size;

-- The way down does not bring back:
--   alter table:leaves: leaves table leaves with what it had from table city alone (name, size, city_size) as its own: should it inherit that again, it keeps it all the same where city drops it

-- ==== down ====
-- batch, all or nothing

-- 1. leave the table above of table joins (alter table:joins)
--    ! correctness, hides-rows: takes table joins out of table city: who reads, changes or counts the rows of city does not find those of joins any more, and no statement fails
--    ! correctness, defines-itself: leaves table joins with what it had from table city alone (name, size, city_size) as its own: should it inherit that again, it keeps it all the same where city drops it [irreversible]
ALTER TABLE public.joins NO INHERIT public.city;
ALTER TABLE public.joins DROP CONSTRAINT IF EXISTS city_size;

-- 2. join the table above of table leaves (alter table:leaves)
ALTER TABLE public.leaves ADD CONSTRAINT city_size CHECK ((size >= 0));
ALTER TABLE public.leaves INHERIT public.city;
