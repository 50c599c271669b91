-- create postgres/function:tf()
-- create postgres/trigger:ft.tr

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. create function tf() (create postgres/function:tf())
CREATE FUNCTION public.tf()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN NEW; END$function$;

-- 2. create trigger tr on ft (create postgres/trigger:ft.tr)
CREATE TRIGGER tr BEFORE INSERT ON public.ft FOR EACH ROW EXECUTE FUNCTION public.tf();

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger tr on ft (drop postgres/trigger:ft.tr)
--    ! correctness, drops-trigger: drops trigger tr: what it does BEFORE INSERT on ft is not done any more, and no statement fails for want of it
DROP TRIGGER tr ON public.ft;

-- 2. drop function tf() (drop postgres/function:tf())
--    ! correctness, drops-routine: drops function tf(): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.tf();
