-- rename postgres/range-type:numbers from postgres/range-type:floats
-- alter postgres/range-type:numbers
--   rename-multirange multirange: floats_multirange → numbers_multirange

-- ==== up ====
-- batch, all or nothing

-- 1. rename range type floats to numbers (rename postgres/range-type:numbers)
--    ! correctness, breaks-clients: renames range type floats to numbers: statements that still say floats fail from then on
ALTER TYPE public.floats RENAME TO numbers;
ALTER FUNCTION public.floats(double precision, double precision) RENAME TO numbers;
ALTER FUNCTION public.floats(double precision, double precision, text) RENAME TO numbers;

-- 2. rename multirange type floats_multirange to numbers_multirange (alter postgres/range-type:numbers)
--    ! correctness, breaks-clients: renames multirange type floats_multirange to numbers_multirange: statements that still say floats_multirange fail from then on
ALTER TYPE public.floats_multirange RENAME TO numbers_multirange;
ALTER FUNCTION public.floats_multirange() RENAME TO numbers_multirange;
ALTER FUNCTION public.floats_multirange(public.numbers) RENAME TO numbers_multirange;
ALTER FUNCTION public.floats_multirange(VARIADIC public.numbers[]) RENAME TO numbers_multirange;

-- ==== down ====
-- batch, all or nothing

-- 1. rename range type numbers to floats (rename postgres/range-type:floats)
--    ! correctness, breaks-clients: renames range type numbers to floats: statements that still say numbers fail from then on
ALTER TYPE public.numbers RENAME TO floats;
ALTER FUNCTION public.numbers(double precision, double precision) RENAME TO floats;
ALTER FUNCTION public.numbers(double precision, double precision, text) RENAME TO floats;

-- 2. rename multirange type numbers_multirange to floats_multirange (alter postgres/range-type:floats)
--    ! correctness, breaks-clients: renames multirange type numbers_multirange to floats_multirange: statements that still say numbers_multirange fail from then on
ALTER TYPE public.numbers_multirange RENAME TO floats_multirange;
ALTER FUNCTION public.numbers_multirange() RENAME TO floats_multirange;
ALTER FUNCTION public.numbers_multirange(public.floats) RENAME TO floats_multirange;
ALTER FUNCTION public.numbers_multirange(VARIADIC public.floats[]) RENAME TO floats_multirange;
