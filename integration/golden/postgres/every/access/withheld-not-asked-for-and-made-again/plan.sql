-- replace postgres/function:f(integer): the type of a result cannot be changed
-- replace postgres/function:g(integer): the type of a result cannot be changed

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f(integer) (replace postgres/function:f(integer))
DROP FUNCTION public.f(integer);

-- 2. drop function g(integer) (replace postgres/function:g(integer))
DROP FUNCTION public.g(integer);

-- 3. create function f(integer) (replace postgres/function:f(integer))
CREATE FUNCTION public.f(a integer)
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT 1::bigint$function$;
REVOKE EXECUTE ON ROUTINE public.f(integer) FROM CURRENT_USER;

-- 4. create function g(integer) (replace postgres/function:g(integer))
CREATE FUNCTION public.g(a integer)
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT 1::bigint$function$;
REVOKE EXECUTE ON ROUTINE public.g(integer) FROM CURRENT_USER;
ALTER ROUTINE public.g(integer) OWNER TO pg_monitor;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f(integer) (replace postgres/function:f(integer))
DROP FUNCTION public.f(integer);

-- 2. drop function g(integer) (replace postgres/function:g(integer))
DROP FUNCTION public.g(integer);

-- 3. create function f(integer) (replace postgres/function:f(integer))
CREATE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
REVOKE EXECUTE ON ROUTINE public.f(integer) FROM CURRENT_USER;

-- 4. create function g(integer) (replace postgres/function:g(integer))
CREATE FUNCTION public.g(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
REVOKE EXECUTE ON ROUTINE public.g(integer) FROM CURRENT_USER;
ALTER ROUTINE public.g(integer) OWNER TO pg_monitor;
