-- create postgres/aggregate:total(integer)
-- create postgres/function:back(integer, integer)

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. create function back(integer, integer) (create postgres/function:back(integer, integer))
CREATE FUNCTION public.back(s integer, n integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT s - n$function$;

-- 2. create aggregate total(integer) (create postgres/aggregate:total(integer))
CREATE AGGREGATE public.total(integer) (
  SFUNC = public.step,
  STYPE = integer,
  INITCOND = '0',
  MSFUNC = public.step,
  MINVFUNC = public.back,
  MSTYPE = integer,
  MSSPACE = 8,
  MINITCOND = '0'
);

-- ==== down ====
-- batch, all or nothing

-- 1. drop aggregate total(integer) (drop postgres/aggregate:total(integer))
--    ! correctness, drops-routine: drops aggregate total(integer): statements that call it fail from then on, also those in the bodies of others
DROP AGGREGATE public.total(integer);

-- 2. drop function back(integer, integer) (drop postgres/function:back(integer, integer))
--    ! correctness, drops-routine: drops function back(integer, integer): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.back(integer, integer);
