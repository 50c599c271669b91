-- alter postgres/constraint:c.f1
--   change-timing definition: NOT DEFERRABLE → DEFERRABLE INITIALLY IMMEDIATE
-- alter postgres/constraint:c.f2
--   change-timing definition: DEFERRABLE INITIALLY DEFERRED → NOT DEFERRABLE

-- ==== up ====
-- batch, all or nothing

-- 1. alter foreign key f1 of table c (alter postgres/constraint:c.f1)
ALTER TABLE public.c ALTER CONSTRAINT f1 DEFERRABLE INITIALLY IMMEDIATE;

-- 2. alter foreign key f2 of table c (alter postgres/constraint:c.f2)
ALTER TABLE public.c ALTER CONSTRAINT f2 NOT DEFERRABLE;

-- ==== down ====
-- batch, all or nothing

-- 1. alter foreign key f1 of table c (alter postgres/constraint:c.f1)
ALTER TABLE public.c ALTER CONSTRAINT f1 NOT DEFERRABLE;

-- 2. alter foreign key f2 of table c (alter postgres/constraint:c.f2)
ALTER TABLE public.c ALTER CONSTRAINT f2 DEFERRABLE INITIALLY DEFERRED;
