-- rename postgres/function:g(integer) from postgres/function:f(integer)

-- ==== up ====
-- batch, all or nothing

-- 1. rename function f(integer) to g(integer) (rename postgres/function:g(integer))
--    ! correctness, breaks-clients: renames function f to g: statements that still say f fail from then on
ALTER FUNCTION public.f(integer) RENAME TO g;

-- ==== down ====
-- batch, all or nothing

-- 1. rename function g(integer) to f(integer) (rename postgres/function:f(integer))
--    ! correctness, breaks-clients: renames function g to f: statements that still say g fail from then on
ALTER FUNCTION public.g(integer) RENAME TO f;
