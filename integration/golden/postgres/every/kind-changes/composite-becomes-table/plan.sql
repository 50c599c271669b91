-- drop postgres/composite-type:v
-- replace postgres/function:f(public\.v): it cannot stay while postgres/composite-type:v is replaced
-- create table:v
-- replace view:w: it cannot stay while postgres/composite-type:v is replaced

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop view w (replace view:w)
DROP VIEW public.w;

-- 2. drop function f(public.v) (replace postgres/function:f(public\.v))
DROP FUNCTION public.f(public.v);

-- 3. drop composite type v (drop postgres/composite-type:v)
--    ! correctness, drops-type: drops composite type v: statements that name it fail from then on, casts among them
DROP TYPE public.v;

-- 4. create table v (create table:v)
CREATE TABLE public.v (
  id integer,
  n text
);

-- 5. create function f(public.v) (replace postgres/function:f(public\.v))
CREATE FUNCTION public.f(public.v)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 6. create view w (replace view:w)
CREATE VIEW public.w (r) AS
 SELECT public.f(NULL::public.v) AS r;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop view w (replace view:w)
DROP VIEW public.w;

-- 2. drop function f(public.v) (replace postgres/function:f(public\.v))
DROP FUNCTION public.f(public.v);

-- 3. drop table v (drop table:v)
--    ! data-loss, drops-table: drops table v with all of its rows [irreversible]
DROP TABLE public.v;

-- 4. create composite type v (create postgres/composite-type:v)
CREATE TYPE public.v AS (
  id integer,
  n text
);

-- 5. create function f(public.v) (replace postgres/function:f(public\.v))
CREATE FUNCTION public.f(public.v)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 6. create view w (replace view:w)
CREATE VIEW public.w (r) AS
 SELECT public.f(NULL::public.v) AS r;
