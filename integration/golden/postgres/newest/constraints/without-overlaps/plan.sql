-- create postgres/constraint:c.c_f
-- create postgres/constraint:c.c_u

-- ==== up ====
-- batch, all or nothing

-- 1. add foreign key c_f to table c (create postgres/constraint:c.c_f)
--    ! blocks-writes, scans-table: reads all of table c for the foreign key c_f, and rows that do not comply make it fail
ALTER TABLE public.c ADD CONSTRAINT c_f FOREIGN KEY (r, PERIOD at) REFERENCES public.p(r, PERIOD at);

-- 2. add unique c_u to table c (create postgres/constraint:c.c_u)
--    ! blocks-reads, builds-index: builds an index over table c; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.c ADD CONSTRAINT c_u UNIQUE (r, at WITHOUT OVERLAPS);

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign key c_f of table c (drop postgres/constraint:c.c_f)
--    ! correctness, ends-guarantee: drops the foreign key c_f of table c: from then on rows come that break it, and no statement fails
ALTER TABLE public.c DROP CONSTRAINT c_f;

-- 2. drop unique c_u of table c (drop postgres/constraint:c.c_u)
--    ! correctness, ends-guarantee: drops the unique c_u of table c: from then on rows come that break it, and no statement fails
ALTER TABLE public.c DROP CONSTRAINT c_u;
