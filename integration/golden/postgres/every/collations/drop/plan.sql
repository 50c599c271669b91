-- drop postgres/collation:c

-- ==== up ====
-- batch, all or nothing

-- 1. drop collation c (drop postgres/collation:c)
DROP COLLATION public.c;

-- ==== down ====
-- batch, all or nothing

-- 1. create collation c (create postgres/collation:c)
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'de-DE');
