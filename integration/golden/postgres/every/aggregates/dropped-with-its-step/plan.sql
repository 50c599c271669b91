-- drop postgres/aggregate:total(integer)
-- drop postgres/function:step(integer, integer)

-- ==== up ====
-- batch, all or nothing

-- 1. drop aggregate total(integer) (drop postgres/aggregate:total(integer))
--    ! correctness, drops-routine: drops aggregate total(integer): statements that call it fail from then on, also those in the bodies of others
DROP AGGREGATE public.total(integer);

-- 2. drop function step(integer, integer) (drop postgres/function:step(integer, integer))
--    ! correctness, drops-routine: drops function step(integer, integer): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.step(integer, integer);

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. create function step(integer, integer) (create postgres/function:step(integer, integer))
CREATE FUNCTION public.step(s integer, n integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT s + n$function$;

-- 2. create aggregate total(integer) (create postgres/aggregate:total(integer))
CREATE AGGREGATE public.total(integer) (
  SFUNC = public.step,
  STYPE = integer,
  INITCOND = '0'
);
