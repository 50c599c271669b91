-- replace postgres/function:f(): it cannot stay while table:order is replaced
-- drop table:order
-- create view:order
-- replace view:w: it cannot stay while table:order is replaced

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f() (replace postgres/function:f())
DROP FUNCTION public.f();

-- 2. drop view w (replace view:w)
DROP VIEW public.w;

-- 3. drop table order (drop table:order)
--    ! data-loss, drops-table: drops table order with all of its rows [irreversible]
DROP TABLE public."order";

-- 4. create view order (create view:order)
CREATE VIEW public."order" (id) AS
 SELECT id
   FROM public.t;

-- 5. create function f() (replace postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS SETOF public."order"
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 6. create view w (replace view:w)
CREATE VIEW public.w (id) AS
 SELECT id
   FROM public."order";

-- The way down does not bring back:
--   drop table:order: drops table order with all of its rows

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f() (replace postgres/function:f())
DROP FUNCTION public.f();

-- 2. drop view w (replace view:w)
DROP VIEW public.w;

-- 3. drop view order (drop view:order)
--    ! correctness, drops-view: drops view order: statements that use it fail from then on
DROP VIEW public."order";

-- 4. create table order (create table:order)
CREATE TABLE public."order" (
  id integer
);

-- 5. create function f() (replace postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS SETOF public."order"
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 6. create view w (replace view:w)
CREATE VIEW public.w (id) AS
 SELECT id
   FROM public."order";
