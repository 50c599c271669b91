-- create postgres/constraint:c.f

-- ==== up ====
-- batch, all or nothing

-- 1. add foreign key f to table c (create postgres/constraint:c.f)
--    ! blocks-writes, scans-table: reads all of table c for the foreign key f, and rows that do not comply make it fail
ALTER TABLE public.c ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES public.p(id);

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign key f of table c (drop postgres/constraint:c.f)
--    ! correctness, ends-guarantee: drops the foreign key f of table c: from then on rows come that break it, and no statement fails
ALTER TABLE public.c DROP CONSTRAINT f;
