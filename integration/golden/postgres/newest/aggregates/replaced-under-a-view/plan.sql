-- replace postgres/aggregate:total(integer): an aggregate takes and gives what it did when it was created
-- create postgres/function:final(integer)
-- replace view:v: a view keeps the columns that it has, and can only get more at the end

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop view v (replace view:v)
DROP VIEW public.v;

-- 2. drop aggregate total(integer) (replace postgres/aggregate:total(integer))
DROP AGGREGATE public.total(integer);

-- 3. create function final(integer) (create postgres/function:final(integer))
CREATE FUNCTION public.final(s integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT s::bigint$function$;

-- 4. create aggregate total(integer) (replace postgres/aggregate:total(integer))
CREATE AGGREGATE public.total(integer) (
  SFUNC = public.step,
  STYPE = integer,
  FINALFUNC = public.final,
  INITCOND = '0'
);

-- 5. create view v (replace view:v)
CREATE VIEW public.v (total) AS
 SELECT public.total(a) AS total
   FROM public.t;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view v (replace view:v)
DROP VIEW public.v;

-- 2. drop aggregate total(integer) (replace postgres/aggregate:total(integer))
DROP AGGREGATE public.total(integer);

-- 3. drop function final(integer) (drop postgres/function:final(integer))
--    ! correctness, drops-routine: drops function final(integer): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.final(integer);

-- 4. create aggregate total(integer) (replace postgres/aggregate:total(integer))
CREATE AGGREGATE public.total(integer) (
  SFUNC = public.step,
  STYPE = integer,
  INITCOND = '0'
);

-- 5. create view v (replace view:v)
CREATE VIEW public.v (total) AS
 SELECT public.total(a) AS total
   FROM public.t;
