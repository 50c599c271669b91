-- alter postgres/range-type:floats
--   rename-multirange multirange: floats_multirange → many_floats

-- ==== up ====
-- batch, all or nothing

-- 1. rename multirange type floats_multirange to many_floats (alter postgres/range-type:floats)
--    ! correctness, breaks-clients: renames multirange type floats_multirange to many_floats: statements that still say floats_multirange fail from then on
ALTER TYPE public.floats_multirange RENAME TO many_floats;
ALTER FUNCTION public.floats_multirange() RENAME TO many_floats;
ALTER FUNCTION public.floats_multirange(public.floats) RENAME TO many_floats;
ALTER FUNCTION public.floats_multirange(VARIADIC public.floats[]) RENAME TO many_floats;

-- ==== down ====
-- batch, all or nothing

-- 1. rename multirange type many_floats to floats_multirange (alter postgres/range-type:floats)
--    ! correctness, breaks-clients: renames multirange type many_floats to floats_multirange: statements that still say many_floats fail from then on
ALTER TYPE public.many_floats RENAME TO floats_multirange;
ALTER FUNCTION public.many_floats() RENAME TO floats_multirange;
ALTER FUNCTION public.many_floats(public.floats) RENAME TO floats_multirange;
ALTER FUNCTION public.many_floats(VARIADIC public.floats[]) RENAME TO floats_multirange;
