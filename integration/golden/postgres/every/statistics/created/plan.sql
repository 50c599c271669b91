-- create postgres/statistics:o s.Some kinds
-- create postgres/statistics:plain

-- ==== up ====
-- batch, all or nothing

-- 1. create statistics o s.Some kinds (create postgres/statistics:o s.Some kinds)
CREATE STATISTICS "o s"."Some kinds" (ndistinct, mcv) ON a, id FROM public.t;
ALTER STATISTICS "o s"."Some kinds" SET STATISTICS 77;

-- 2. create statistics plain (create postgres/statistics:plain)
CREATE STATISTICS public.plain ON a, "b B" FROM public.t;

-- ==== down ====
-- batch, all or nothing

-- 1. drop statistics o s.Some kinds (drop postgres/statistics:o s.Some kinds)
DROP STATISTICS "o s"."Some kinds";

-- 2. drop statistics plain (drop postgres/statistics:plain)
DROP STATISTICS public.plain;
