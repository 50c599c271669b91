-- alter postgres/constraint:c.f1
--   change-enforcement definition: true → false
-- alter postgres/constraint:c.f2
--   change-enforcement definition: false → true

-- ==== up ====
-- batch, all or nothing

-- 1. stop enforcing foreign key f1 of table c (alter postgres/constraint:c.f1)
--    ! correctness, ends-guarantee: stops enforcing the foreign key f1 of table c: from then on rows come that break it, and no statement fails
ALTER TABLE public.c ALTER CONSTRAINT f1 NOT ENFORCED;

-- 2. enforce foreign key f2 of table c (alter postgres/constraint:c.f2)
--    ! blocks-reads, scans-table: reads all of table c for the foreign key f2, and rows that do not comply make it fail
ALTER TABLE public.c ALTER CONSTRAINT f2 ENFORCED;

-- ==== down ====
-- batch, all or nothing

-- 1. enforce foreign key f1 of table c (alter postgres/constraint:c.f1)
--    ! blocks-reads, scans-table: reads all of table c for the foreign key f1, and rows that do not comply make it fail
ALTER TABLE public.c ALTER CONSTRAINT f1 ENFORCED;

-- 2. stop enforcing foreign key f2 of table c (alter postgres/constraint:c.f2)
--    ! correctness, ends-guarantee: stops enforcing the foreign key f2 of table c: from then on rows come that break it, and no statement fails
ALTER TABLE public.c ALTER CONSTRAINT f2 NOT ENFORCED;
