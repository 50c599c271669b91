-- replace postgres/constraint:c.c_p_fkey: it cannot stay while postgres/constraint:p.p_pkey is replaced
-- create postgres/constraint:p.by_a
-- replace postgres/constraint:p.p_pkey: a constraint cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign key c_p_fkey of table c (replace postgres/constraint:c.c_p_fkey)
ALTER TABLE public.c DROP CONSTRAINT c_p_fkey;

-- 2. drop primary key p_pkey of table p (replace postgres/constraint:p.p_pkey)
ALTER TABLE public.p DROP CONSTRAINT p_pkey;

-- 3. add unique by_a to table p (create postgres/constraint:p.by_a)
--    ! blocks-reads, builds-index: builds an index over table p; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.p ADD CONSTRAINT by_a UNIQUE (a);

-- 4. add foreign key c_p_fkey to table c (replace postgres/constraint:c.c_p_fkey)
--    ! blocks-writes, scans-table: reads all of table c for the foreign key c_p_fkey, and rows that do not comply make it fail
ALTER TABLE public.c ADD CONSTRAINT c_p_fkey FOREIGN KEY (p) REFERENCES public.p(a);

-- 5. add primary key p_pkey to table p (replace postgres/constraint:p.p_pkey)
--    ! blocks-reads, builds-index: builds an index over table p; nobody reads or writes it meanwhile, and rows that conflict make it fail
--    ! correctness, ends-guarantee: drops the primary key p_pkey of table p: from then on rows come that break it, and no statement fails
ALTER TABLE public.p ADD CONSTRAINT p_pkey PRIMARY KEY (b);

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign key c_p_fkey of table c (replace postgres/constraint:c.c_p_fkey)
ALTER TABLE public.c DROP CONSTRAINT c_p_fkey;

-- 2. drop unique by_a of table p (drop postgres/constraint:p.by_a)
--    ! correctness, ends-guarantee: drops the unique by_a of table p: from then on rows come that break it, and no statement fails
ALTER TABLE public.p DROP CONSTRAINT by_a;

-- 3. drop primary key p_pkey of table p (replace postgres/constraint:p.p_pkey)
ALTER TABLE public.p DROP CONSTRAINT p_pkey;

-- 4. add primary key p_pkey to table p (replace postgres/constraint:p.p_pkey)
--    ! blocks-reads, builds-index: builds an index over table p; nobody reads or writes it meanwhile, and rows that conflict make it fail
--    ! correctness, ends-guarantee: drops the primary key p_pkey of table p: from then on rows come that break it, and no statement fails
ALTER TABLE public.p ADD CONSTRAINT p_pkey PRIMARY KEY (a);

-- 5. add foreign key c_p_fkey to table c (replace postgres/constraint:c.c_p_fkey)
--    ! blocks-writes, scans-table: reads all of table c for the foreign key c_p_fkey, and rows that do not comply make it fail
ALTER TABLE public.c ADD CONSTRAINT c_p_fkey FOREIGN KEY (p) REFERENCES public.p(a);
