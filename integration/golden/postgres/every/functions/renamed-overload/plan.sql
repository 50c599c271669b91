-- rename postgres/function:g(text) from postgres/function:f(text)

-- ==== up ====
-- batch, all or nothing

-- 1. rename function f(text) to g(text) (rename postgres/function:g(text))
--    ! correctness, breaks-clients: renames function f to g: statements that still say f fail from then on
ALTER FUNCTION public.f(text) RENAME TO g;

-- ==== down ====
-- batch, all or nothing

-- 1. rename function g(text) to f(text) (rename postgres/function:f(text))
--    ! correctness, breaks-clients: renames function g to f: statements that still say g fail from then on
ALTER FUNCTION public.g(text) RENAME TO f;
