-- replace postgres/access:f(integer).postgres/function: it cannot stay while postgres/function:f(integer) is replaced
-- replace postgres/access:v.view: it cannot stay while view:v is replaced
-- replace postgres/function:f(integer): the type of a result cannot be changed
-- replace view:v: a view keeps the columns that it has, and can only get more at the end

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f(integer) (replace postgres/function:f(integer))
DROP FUNCTION public.f(integer);

-- 2. drop view v (replace view:v)
--    ! access, changes-privileges: makes view v again without what was said of who may use it: INSERT to public
DROP VIEW public.v;

-- 3. create function f(integer) (replace postgres/function:f(integer))
CREATE FUNCTION public.f(a integer)
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT a::bigint$function$;

-- 4. set who may use function f(integer) (replace postgres/access:f(integer).postgres/function)
REVOKE EXECUTE ON ROUTINE public.f(integer) FROM PUBLIC;

-- 5. create view v (replace view:v)
CREATE VIEW public.v (c) AS
 SELECT (1)::bigint AS c;

-- 6. set who may use view v (replace postgres/access:v.view)
--    ! access, changes-privileges: changes who may do what with view v
GRANT SELECT ON TABLE public.v TO PUBLIC;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f(integer) (replace postgres/function:f(integer))
DROP FUNCTION public.f(integer);

-- 2. drop view v (replace view:v)
DROP VIEW public.v;

-- 3. create function f(integer) (replace postgres/function:f(integer))
CREATE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT a$function$;

-- 4. set who may use function f(integer) (replace postgres/access:f(integer).postgres/function)
REVOKE EXECUTE ON ROUTINE public.f(integer) FROM PUBLIC;

-- 5. create view v (replace view:v)
CREATE VIEW public.v (c) AS
 SELECT 1 AS c;

-- 6. set who may use view v (replace postgres/access:v.view)
--    ! access, changes-privileges: changes who may do what with view v
GRANT INSERT, SELECT ON TABLE public.v TO PUBLIC;
