-- replace postgres/domain-constraint:d.ok: it cannot stay while postgres/function:f(text) is replaced
-- replace postgres/function:f(text): an argument that has a name keeps it
-- replace postgres/function:n(): the type of a result cannot be changed

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop check ok of domain d (replace postgres/domain-constraint:d.ok)
ALTER DOMAIN public.d DROP CONSTRAINT ok;

-- 2. drop function f(text) (replace postgres/function:f(text))
DROP FUNCTION public.f(text);

-- 3. drop function n() (replace postgres/function:n())
ALTER DOMAIN public.d DROP DEFAULT;
DROP FUNCTION public.n();

-- 4. create function f(text) (replace postgres/function:f(text))
CREATE FUNCTION public.f(b text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT true$function$;

-- 5. add check ok to domain d (replace postgres/domain-constraint:d.ok)
--    ! blocks-writes, scans-table: reads all of table t for the check ok of domain d, and rows that do not comply make it fail
ALTER DOMAIN public.d ADD CONSTRAINT ok CHECK (public.f(VALUE));

-- 6. create function n() (replace postgres/function:n())
CREATE FUNCTION public.n()
 RETURNS character varying
 LANGUAGE sql
AS $function$SELECT 'x'$function$;
ALTER DOMAIN public.d SET DEFAULT public.n();

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop check ok of domain d (replace postgres/domain-constraint:d.ok)
ALTER DOMAIN public.d DROP CONSTRAINT ok;

-- 2. drop function f(text) (replace postgres/function:f(text))
DROP FUNCTION public.f(text);

-- 3. drop function n() (replace postgres/function:n())
ALTER DOMAIN public.d DROP DEFAULT;
DROP FUNCTION public.n();

-- 4. create function f(text) (replace postgres/function:f(text))
CREATE FUNCTION public.f(a text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT true$function$;

-- 5. add check ok to domain d (replace postgres/domain-constraint:d.ok)
--    ! blocks-writes, scans-table: reads all of table t for the check ok of domain d, and rows that do not comply make it fail
ALTER DOMAIN public.d ADD CONSTRAINT ok CHECK (public.f(VALUE));

-- 6. create function n() (replace postgres/function:n())
CREATE FUNCTION public.n()
 RETURNS text
 LANGUAGE sql
AS $function$SELECT 'x'$function$;
ALTER DOMAIN public.d SET DEFAULT public.n();
