-- alter postgres/constraint:t.ck
--   change-validation unvalidated: true → false

-- ==== up ====
-- batch, all or nothing

-- 1. validate check ck of table t (alter postgres/constraint:t.ck)
ALTER TABLE public.t VALIDATE CONSTRAINT ck;

-- ==== down ====
-- batch, all or nothing

-- 1. drop check ck of table t (replace postgres/constraint:t.ck)
ALTER TABLE public.t DROP CONSTRAINT ck;

-- 2. add check ck to table t (replace postgres/constraint:t.ck)
ALTER TABLE public.t ADD CONSTRAINT ck CHECK ((a > 0)) NOT VALID;
