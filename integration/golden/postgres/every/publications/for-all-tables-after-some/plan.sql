-- replace postgres/publication:p: whether it is for all tables cannot be changed

-- ==== up ====
-- batch, all or nothing

-- 1. drop publication p (replace postgres/publication:p)
DROP PUBLICATION p;

-- 2. create publication p (replace postgres/publication:p)
CREATE PUBLICATION p FOR ALL TABLES;

-- ==== down ====
-- batch, all or nothing

-- 1. drop publication p (replace postgres/publication:p)
DROP PUBLICATION p;

-- 2. create publication p (replace postgres/publication:p)
CREATE PUBLICATION p FOR TABLE public.t;
