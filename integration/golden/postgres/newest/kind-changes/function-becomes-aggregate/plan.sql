-- create postgres/aggregate:g(integer)
-- drop postgres/function:g(integer)
-- replace view:w: it cannot stay while postgres/function:g(integer) is replaced
-- replace view:x: it cannot stay while view:w is replaced

-- ==== up ====
-- batch, all or nothing

-- 1. drop view x (replace view:x)
DROP VIEW public.x;

-- 2. drop view w (replace view:w)
DROP VIEW public.w;

-- 3. drop function g(integer) (drop postgres/function:g(integer))
--    ! correctness, drops-routine: drops function g(integer): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.g(integer);

-- 4. create aggregate g(integer) (create postgres/aggregate:g(integer))
CREATE AGGREGATE public.g(integer) (
  SFUNC = int4pl,
  STYPE = integer,
  INITCOND = '0'
);

-- 5. create view w (replace view:w)
CREATE VIEW public.w (g) AS
 SELECT public.g(id) AS g
   FROM public.t;

-- 6. create view x (replace view:x)
CREATE VIEW public.x (g) AS
 SELECT g
   FROM public.w;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop view x (replace view:x)
DROP VIEW public.x;

-- 2. drop view w (replace view:w)
DROP VIEW public.w;

-- 3. drop aggregate g(integer) (drop postgres/aggregate:g(integer))
--    ! correctness, drops-routine: drops aggregate g(integer): statements that call it fail from then on, also those in the bodies of others
DROP AGGREGATE public.g(integer);

-- 4. create function g(integer) (create postgres/function:g(integer))
CREATE FUNCTION public.g(integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 5. create view w (replace view:w)
CREATE VIEW public.w (g) AS
 SELECT public.g(id) AS g
   FROM public.t;

-- 6. create view x (replace view:x)
CREATE VIEW public.x (g) AS
 SELECT g
   FROM public.w;
