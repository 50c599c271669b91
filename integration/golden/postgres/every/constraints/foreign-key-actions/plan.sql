-- replace postgres/constraint:c.f1: a constraint cannot be altered
-- replace postgres/constraint:c.f2: a constraint cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign key f1 of table c (replace postgres/constraint:c.f1)
ALTER TABLE public.c DROP CONSTRAINT f1;

-- 2. drop foreign key f2 of table c (replace postgres/constraint:c.f2)
ALTER TABLE public.c DROP CONSTRAINT f2;

-- 3. add foreign key f1 to table c (replace postgres/constraint:c.f1)
--    ! blocks-writes, scans-table: reads all of table c for the foreign key f1, and rows that do not comply make it fail
ALTER TABLE public.c ADD CONSTRAINT f1 FOREIGN KEY (a) REFERENCES public.p(id) ON DELETE CASCADE;

-- 4. add foreign key f2 to table c (replace postgres/constraint:c.f2)
--    ! blocks-writes, scans-table: reads all of table c for the foreign key f2, and rows that do not comply make it fail
ALTER TABLE public.c ADD CONSTRAINT f2 FOREIGN KEY (b) REFERENCES public.p(id) ON UPDATE RESTRICT ON DELETE SET DEFAULT;

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign key f1 of table c (replace postgres/constraint:c.f1)
ALTER TABLE public.c DROP CONSTRAINT f1;

-- 2. drop foreign key f2 of table c (replace postgres/constraint:c.f2)
ALTER TABLE public.c DROP CONSTRAINT f2;

-- 3. add foreign key f1 to table c (replace postgres/constraint:c.f1)
--    ! blocks-writes, scans-table: reads all of table c for the foreign key f1, and rows that do not comply make it fail
ALTER TABLE public.c ADD CONSTRAINT f1 FOREIGN KEY (a) REFERENCES public.p(id);

-- 4. add foreign key f2 to table c (replace postgres/constraint:c.f2)
--    ! blocks-writes, scans-table: reads all of table c for the foreign key f2, and rows that do not comply make it fail
ALTER TABLE public.c ADD CONSTRAINT f2 FOREIGN KEY (b) REFERENCES public.p(id) ON UPDATE CASCADE ON DELETE SET NULL;
