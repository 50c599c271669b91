-- replace postgres/constraint:c.f1: a constraint cannot be altered
-- replace postgres/constraint:p.p_pk: a constraint cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign key f1 of table c (replace postgres/constraint:c.f1)
ALTER TABLE public.c DROP CONSTRAINT f1;

-- 2. drop primary key p_pk of table p (replace postgres/constraint:p.p_pk)
ALTER TABLE public.p DROP CONSTRAINT p_pk;

-- 3. add primary key p_pk to table p (replace postgres/constraint:p.p_pk)
--    ! blocks-reads, builds-index: builds an index over table p; nobody reads or writes it meanwhile, and rows that conflict make it fail
--    ! correctness, ends-guarantee: drops the primary key p_pk of table p: from then on rows come that break it, and no statement fails
ALTER TABLE public.p ADD CONSTRAINT p_pk PRIMARY KEY (id, x);

-- 4. add foreign key f1 to table c (replace postgres/constraint:c.f1)
--    ! blocks-writes, scans-table: reads all of table c for the foreign key f1, and rows that do not comply make it fail
ALTER TABLE public.c ADD CONSTRAINT f1 FOREIGN KEY (a, b) REFERENCES public.p(id, x);

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign key f1 of table c (replace postgres/constraint:c.f1)
ALTER TABLE public.c DROP CONSTRAINT f1;

-- 2. drop primary key p_pk of table p (replace postgres/constraint:p.p_pk)
ALTER TABLE public.p DROP CONSTRAINT p_pk;

-- 3. add primary key p_pk to table p (replace postgres/constraint:p.p_pk)
--    ! blocks-reads, builds-index: builds an index over table p; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.p ADD CONSTRAINT p_pk PRIMARY KEY (id);

-- 4. add foreign key f1 to table c (replace postgres/constraint:c.f1)
--    ! blocks-writes, scans-table: reads all of table c for the foreign key f1, and rows that do not comply make it fail
ALTER TABLE public.c ADD CONSTRAINT f1 FOREIGN KEY (a) REFERENCES public.p(id);
