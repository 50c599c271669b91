-- create postgres/comment:p(integer, text[]).postgres/procedure
-- rename postgres/function:New one() from postgres/function:old()
-- create postgres/function:comes()
-- drop postgres/function:goes()
-- alter postgres/function:stays()
--   change-body body
-- create postgres/procedure:p(integer, text[])
-- create postgres/trigger:t.comes
-- drop postgres/trigger:t.goes

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop trigger goes on t (drop postgres/trigger:t.goes)
--    ! correctness, drops-trigger: drops trigger goes: what it does BEFORE UPDATE on t is not done any more, and no statement fails for want of it
DROP TRIGGER goes ON public.t;

-- 2. drop function goes() (drop postgres/function:goes())
--    ! correctness, drops-routine: drops function goes(): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.goes();

-- 3. rename function old() to New one() (rename postgres/function:New one())
--    ! correctness, breaks-clients: renames function old to New one: statements that still say old fail from then on
ALTER FUNCTION public.old() RENAME TO "New one";

-- 4. create function comes() (create postgres/function:comes())
CREATE FUNCTION public.comes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN NEW; END$function$;

-- 5. replace function stays() (alter postgres/function:stays())
CREATE OR REPLACE FUNCTION public.stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN OLD; END$function$;

-- 6. create procedure p(integer, text[]) (create postgres/procedure:p(integer, text[]))
CREATE PROCEDURE public.p(a integer DEFAULT 1, b text[] DEFAULT '{}'::text[])
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 7. comment on procedure p(integer, text[]) (create postgres/comment:p(integer, text[]).postgres/procedure)
COMMENT ON ROUTINE public.p(integer, text[]) IS 'a procedure';

-- 8. create trigger comes on t (create postgres/trigger:t.comes)
CREATE TRIGGER comes BEFORE UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.comes();

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop procedure p(integer, text[]) (drop postgres/procedure:p(integer, text[]))
--    ! correctness, drops-routine: drops procedure p(integer, text[]): statements that call it fail from then on, also those in the bodies of others
DROP PROCEDURE public.p(integer, text[]);

-- 2. drop trigger comes on t (drop postgres/trigger:t.comes)
--    ! correctness, drops-trigger: drops trigger comes: what it does BEFORE UPDATE on t is not done any more, and no statement fails for want of it
DROP TRIGGER comes ON public.t;

-- 3. drop function comes() (drop postgres/function:comes())
--    ! correctness, drops-routine: drops function comes(): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.comes();

-- 4. rename function New one() to old() (rename postgres/function:old())
--    ! correctness, breaks-clients: renames function New one to old: statements that still say New one fail from then on
ALTER FUNCTION public."New one"() RENAME TO old;

-- 5. create function goes() (create postgres/function:goes())
CREATE FUNCTION public.goes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN NEW; END$function$;

-- 6. replace function stays() (alter postgres/function:stays())
CREATE OR REPLACE FUNCTION public.stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN NEW; END$function$;

-- 7. create trigger goes on t (create postgres/trigger:t.goes)
CREATE TRIGGER goes BEFORE UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.goes();
