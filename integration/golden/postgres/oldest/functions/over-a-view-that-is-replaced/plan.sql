-- replace postgres/function:f(): it cannot stay while view:v is replaced
-- replace view:v: a view keeps the columns that it has, and can only get more at the end
-- replace view:w: a view keeps the columns that it has, and can only get more at the end

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop view w (replace view:w)
DROP VIEW public.w;

-- 2. drop function f() (replace postgres/function:f())
DROP FUNCTION public.f();

-- 3. drop view v (replace view:v)
DROP VIEW public.v;

-- 4. create view v (replace view:v)
CREATE VIEW public.v (a) AS
 SELECT (t.a)::bigint AS a
   FROM public.t;

-- 5. create function f() (replace postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS SETOF public.v
 LANGUAGE sql
AS $function$SELECT * FROM v$function$;

-- 6. create view w (replace view:w)
CREATE VIEW public.w (a) AS
 SELECT f.a
   FROM public.f() f(a);

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop view w (replace view:w)
DROP VIEW public.w;

-- 2. drop function f() (replace postgres/function:f())
DROP FUNCTION public.f();

-- 3. drop view v (replace view:v)
DROP VIEW public.v;

-- 4. create view v (replace view:v)
CREATE VIEW public.v (a) AS
 SELECT t.a
   FROM public.t;

-- 5. create function f() (replace postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS SETOF public.v
 LANGUAGE sql
AS $function$SELECT * FROM v$function$;

-- 6. create view w (replace view:w)
CREATE VIEW public.w (a) AS
 SELECT f.a
   FROM public.f() f(a);
