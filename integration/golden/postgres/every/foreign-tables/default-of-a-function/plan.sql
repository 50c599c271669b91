-- create postgres/foreign-table:ft
-- create postgres/function:f()

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. create function f() (create postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 2. create foreign table ft (create postgres/foreign-table:ft)
CREATE FOREIGN TABLE public.ft (
  a integer DEFAULT public.f()
) SERVER far;

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign table ft (drop postgres/foreign-table:ft)
--    ! correctness, drops-foreign-table: drops foreign table ft: statements that use it fail from then on
DROP FOREIGN TABLE public.ft;

-- 2. drop function f() (drop postgres/function:f())
--    ! correctness, drops-routine: drops function f(): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.f();
