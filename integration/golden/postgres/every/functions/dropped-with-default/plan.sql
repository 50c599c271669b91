-- drop postgres/function:f()
-- alter table:t
--   change-default columns.id.default: public.f() → none

-- ==== up ====
-- batch, all or nothing

-- 1. change the default of column id of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;

-- 2. drop function f() (drop postgres/function:f())
--    ! correctness, drops-routine: drops function f(): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.f();

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. create function f() (create postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 2. change the default of column id of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT public.f();
