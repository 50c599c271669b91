-- rename postgres/range-type:numbers from postgres/range-type:floats

-- ==== up ====
-- batch, all or nothing

-- 1. rename range type floats to numbers (rename postgres/range-type:numbers)
--    ! correctness, breaks-clients: renames range type floats to numbers: statements that still say floats fail from then on
ALTER TYPE public.floats RENAME TO numbers;
ALTER FUNCTION public.floats(double precision, double precision) RENAME TO numbers;
ALTER FUNCTION public.floats(double precision, double precision, text) RENAME TO numbers;

-- ==== down ====
-- batch, all or nothing

-- 1. rename range type numbers to floats (rename postgres/range-type:floats)
--    ! correctness, breaks-clients: renames range type numbers to floats: statements that still say numbers fail from then on
ALTER TYPE public.numbers RENAME TO floats;
ALTER FUNCTION public.numbers(double precision, double precision) RENAME TO floats;
ALTER FUNCTION public.numbers(double precision, double precision, text) RENAME TO floats;
