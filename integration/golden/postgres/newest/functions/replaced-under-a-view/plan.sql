-- replace postgres/function:f(integer): an argument that has a name keeps it
-- replace view:v: it cannot stay while postgres/function:f(integer) is replaced
-- replace view:w: it cannot stay while view:v is replaced

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop view w (replace view:w)
DROP VIEW public.w;

-- 2. drop view v (replace view:v)
DROP VIEW public.v;

-- 3. drop function f(integer) (replace postgres/function:f(integer))
DROP FUNCTION public.f(integer);

-- 4. create function f(integer) (replace postgres/function:f(integer))
CREATE FUNCTION public.f(b integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT b$function$;

-- 5. create view v (replace view:v)
CREATE VIEW public.v (x) AS
 SELECT public.f(1) AS x;

-- 6. create view w (replace view:w)
CREATE VIEW public.w (x) AS
 SELECT x
   FROM public.v;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop view w (replace view:w)
DROP VIEW public.w;

-- 2. drop view v (replace view:v)
DROP VIEW public.v;

-- 3. drop function f(integer) (replace postgres/function:f(integer))
DROP FUNCTION public.f(integer);

-- 4. create function f(integer) (replace postgres/function:f(integer))
CREATE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT a$function$;

-- 5. create view v (replace view:v)
CREATE VIEW public.v (x) AS
 SELECT public.f(1) AS x;

-- 6. create view w (replace view:w)
CREATE VIEW public.w (x) AS
 SELECT x
   FROM public.v;
