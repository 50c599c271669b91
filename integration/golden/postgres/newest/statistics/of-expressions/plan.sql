-- create postgres/statistics:more
-- create postgres/statistics:one

-- ==== up ====
-- batch, all or nothing

-- 1. create statistics more (create postgres/statistics:more)
CREATE STATISTICS public.more (dependencies) ON "ON x", id, lower(a::text) FROM public.t;

-- 2. create statistics one (create postgres/statistics:one)
CREATE STATISTICS public.one ON (a * 2) FROM public.t;

-- ==== down ====
-- batch, all or nothing

-- 1. drop statistics more (drop postgres/statistics:more)
DROP STATISTICS public.more;

-- 2. drop statistics one (drop postgres/statistics:one)
DROP STATISTICS public.one;
