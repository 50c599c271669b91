-- replace postgres/constraint:c.f: a constraint cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign key f of table c (replace postgres/constraint:c.f)
ALTER TABLE public.c DROP CONSTRAINT f;

-- 2. add foreign key f to table c (replace postgres/constraint:c.f)
--    ! blocks-writes, scans-table: reads all of table c for the foreign key f, and rows that do not comply make it fail
ALTER TABLE public.c ADD CONSTRAINT f FOREIGN KEY (a, b) REFERENCES public.p(a, b) MATCH FULL;

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign key f of table c (replace postgres/constraint:c.f)
ALTER TABLE public.c DROP CONSTRAINT f;

-- 2. add foreign key f to table c (replace postgres/constraint:c.f)
--    ! blocks-writes, scans-table: reads all of table c for the foreign key f, and rows that do not comply make it fail
ALTER TABLE public.c ADD CONSTRAINT f FOREIGN KEY (a, b) REFERENCES public.p(a, b);
