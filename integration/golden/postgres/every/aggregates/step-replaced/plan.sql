-- replace postgres/aggregate:total(integer): it cannot stay while postgres/function:step(integer, integer) is replaced
-- replace postgres/function:step(integer, integer): an argument that has a name keeps it

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop aggregate total(integer) (replace postgres/aggregate:total(integer))
DROP AGGREGATE public.total(integer);

-- 2. drop function step(integer, integer) (replace postgres/function:step(integer, integer))
DROP FUNCTION public.step(integer, integer);

-- 3. create function step(integer, integer) (replace postgres/function:step(integer, integer))
CREATE FUNCTION public.step(t integer, n integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT t + n$function$;

-- 4. create aggregate total(integer) (replace postgres/aggregate:total(integer))
CREATE AGGREGATE public.total(integer) (
  SFUNC = public.step,
  STYPE = integer,
  INITCOND = '0'
);

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop aggregate total(integer) (replace postgres/aggregate:total(integer))
DROP AGGREGATE public.total(integer);

-- 2. drop function step(integer, integer) (replace postgres/function:step(integer, integer))
DROP FUNCTION public.step(integer, integer);

-- 3. create function step(integer, integer) (replace postgres/function:step(integer, integer))
CREATE FUNCTION public.step(s integer, n integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT s + n$function$;

-- 4. create aggregate total(integer) (replace postgres/aggregate:total(integer))
CREATE AGGREGATE public.total(integer) (
  SFUNC = public.step,
  STYPE = integer,
  INITCOND = '0'
);
