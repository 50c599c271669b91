-- replace postgres/aggregate:total(integer): an aggregate takes and gives what it did when it was created
-- create postgres/function:final(integer)

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop aggregate total(integer) (replace postgres/aggregate:total(integer))
DROP AGGREGATE public.total(integer);

-- 2. create function final(integer) (create postgres/function:final(integer))
CREATE FUNCTION public.final(s integer)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT s::text$function$;

-- 3. create aggregate total(integer) (replace postgres/aggregate:total(integer))
CREATE AGGREGATE public.total(integer) (
  SFUNC = public.step,
  STYPE = integer,
  FINALFUNC = public.final,
  INITCOND = '0'
);

-- ==== down ====
-- batch, all or nothing

-- 1. drop aggregate total(integer) (replace postgres/aggregate:total(integer))
DROP AGGREGATE public.total(integer);

-- 2. drop function final(integer) (drop postgres/function:final(integer))
--    ! correctness, drops-routine: drops function final(integer): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.final(integer);

-- 3. create aggregate total(integer) (replace postgres/aggregate:total(integer))
CREATE AGGREGATE public.total(integer) (
  SFUNC = public.step,
  STYPE = integer,
  INITCOND = '0'
);
