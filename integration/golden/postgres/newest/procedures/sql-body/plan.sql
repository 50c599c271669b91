-- create postgres/procedure:p(integer)

-- ==== up ====
-- batch, all or nothing

-- 1. create procedure p(integer) (create postgres/procedure:p(integer))
CREATE PROCEDURE public.p(n integer)
 LANGUAGE sql
BEGIN ATOMIC
 INSERT INTO public.t (a)
   VALUES (p.n);
 DELETE FROM public.t
   WHERE (t.a < p.n);
END;

-- ==== down ====
-- batch, all or nothing

-- 1. drop procedure p(integer) (drop postgres/procedure:p(integer))
--    ! correctness, drops-routine: drops procedure p(integer): statements that call it fail from then on, also those in the bodies of others
DROP PROCEDURE public.p(integer);
