-- alter postgres/function:f()
--   change-body body

-- ==== up ====
-- batch, all or nothing

-- 1. replace function f() (alter postgres/function:f())
CREATE OR REPLACE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT count(t.a) AS count
    FROM public.t;
END;

-- ==== down ====
-- batch, all or nothing

-- 1. replace function f() (alter postgres/function:f())
CREATE OR REPLACE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
RETURN (SELECT count(*) AS count FROM public.t);
