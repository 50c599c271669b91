-- alter postgres/aggregate:total(integer)
--   change-options options: SFUNC = public.step, STYPE = integer, INITCOND = '0' → SFUNC = public.step, STYPE = integer, SSPACE = 64, FINALFUNC = public.final, FINALFUNC_MODIFY = SHAREABLE, COMBINEFUNC = public.step, INITCOND = '1', SORTOP = OPERATOR(pg_catalog.<), PARALLEL = SAFE
-- create postgres/function:final(integer)

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. create function final(integer) (create postgres/function:final(integer))
CREATE FUNCTION public.final(s integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT s$function$;

-- 2. replace aggregate total(integer) (alter postgres/aggregate:total(integer))
CREATE OR REPLACE AGGREGATE public.total(integer) (
  SFUNC = public.step,
  STYPE = integer,
  SSPACE = 64,
  FINALFUNC = public.final,
  FINALFUNC_MODIFY = SHAREABLE,
  COMBINEFUNC = public.step,
  INITCOND = '1',
  SORTOP = OPERATOR(pg_catalog.<),
  PARALLEL = SAFE
);

-- ==== down ====
-- batch, all or nothing

-- 1. replace aggregate total(integer) (alter postgres/aggregate:total(integer))
CREATE OR REPLACE AGGREGATE public.total(integer) (
  SFUNC = public.step,
  STYPE = integer,
  INITCOND = '0'
);

-- 2. drop function final(integer) (drop postgres/function:final(integer))
--    ! correctness, drops-routine: drops function final(integer): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.final(integer);
