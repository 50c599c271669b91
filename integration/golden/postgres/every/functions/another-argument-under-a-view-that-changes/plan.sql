-- drop postgres/function:f(integer)
-- create postgres/function:f(integer, integer)
-- replace view:v: it cannot stay while postgres/function:f(integer) is replaced

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop view v (replace view:v)
DROP VIEW public.v;

-- 2. drop function f(integer) (drop postgres/function:f(integer))
--    ! correctness, drops-routine: drops function f(integer): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.f(integer);

-- 3. create function f(integer, integer) (create postgres/function:f(integer, integer))
CREATE FUNCTION public.f(a integer, b integer DEFAULT 4)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 4. create view v (replace view:v)
CREATE VIEW public.v (n, more) AS
 SELECT public.f(1) AS n,
    2 AS more;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop view v (replace view:v)
DROP VIEW public.v;

-- 2. drop function f(integer, integer) (drop postgres/function:f(integer, integer))
--    ! correctness, drops-routine: drops function f(integer, integer): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.f(integer, integer);

-- 3. create function f(integer) (create postgres/function:f(integer))
CREATE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 4. create view v (replace view:v)
CREATE VIEW public.v (n) AS
 SELECT public.f(1) AS n;
