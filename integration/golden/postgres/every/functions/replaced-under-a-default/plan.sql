-- replace postgres/function:f(): the type of a result cannot be changed

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f() (replace postgres/function:f())
ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;
DROP FUNCTION public.f();

-- 2. create function f() (replace postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS smallint
 LANGUAGE sql
AS $function$SELECT 1::smallint$function$;
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT public.f();

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f() (replace postgres/function:f())
ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;
DROP FUNCTION public.f();

-- 2. create function f() (replace postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT public.f();
