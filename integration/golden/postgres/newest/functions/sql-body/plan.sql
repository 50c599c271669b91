-- create postgres/function:f(integer)
-- create postgres/function:g()

-- ==== up ====
-- batch, all or nothing

-- 1. create function f(integer) (create postgres/function:f(integer))
CREATE FUNCTION public.f(n integer)
 RETURNS bigint
 LANGUAGE sql
RETURN (n + (SELECT count(*) AS count FROM public.t));

-- 2. create function g() (create postgres/function:g())
CREATE FUNCTION public.g()
 RETURNS SETOF integer
 LANGUAGE sql
BEGIN ATOMIC
 SELECT t.a
    FROM public.t;
 SELECT
         CASE
             WHEN (t.a > 1) THEN 1
             ELSE 2
         END AS "case"
    FROM public.t;
END;

-- ==== down ====
-- batch, all or nothing

-- 1. drop function f(integer) (drop postgres/function:f(integer))
--    ! correctness, drops-routine: drops function f(integer): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.f(integer);

-- 2. drop function g() (drop postgres/function:g())
--    ! correctness, drops-routine: drops function g(): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.g();
