-- replace postgres/domain-constraint:d.d_check: it cannot stay while postgres/domain:d is altered
-- alter postgres/domain:d
--   change-base base: integer → bigint
-- replace postgres/function:f(public\.d): it cannot stay while postgres/domain:d is altered

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop check d_check of domain d (replace postgres/domain-constraint:d.d_check)
ALTER DOMAIN public.d DROP CONSTRAINT d_check;

-- 2. drop function f(public.d) (replace postgres/function:f(public\.d))
DROP FUNCTION public.f(public.d);

-- 3. make domain d anew (alter postgres/domain:d)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain d is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.d RENAME TO _schema_sync_old_d;
CREATE DOMAIN public.d AS bigint;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE public.d USING a::bigint::public.d;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 3;
ALTER TABLE public.t ALTER COLUMN b TYPE public.d[] USING b::bigint[]::public.d[];
DROP DOMAIN public._schema_sync_old_d;

-- 4. add check d_check to domain d (replace postgres/domain-constraint:d.d_check)
--    ! blocks-writes, scans-table: reads all of table t for the check d_check of domain d, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because it holds lists of the domain; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE bigint[] USING b::bigint[];
ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK ((VALUE > 0));
ALTER TABLE public.t ALTER COLUMN b TYPE public.d[] USING b::public.d[];

-- 5. create function f(public.d) (replace postgres/function:f(public\.d))
CREATE FUNCTION public.f(a public.d)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT a::int$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop check d_check of domain d (replace postgres/domain-constraint:d.d_check)
ALTER DOMAIN public.d DROP CONSTRAINT d_check;

-- 2. drop function f(public.d) (replace postgres/function:f(public\.d))
DROP FUNCTION public.f(public.d);

-- 3. make domain d anew (alter postgres/domain:d)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain d is made anew; nobody reads or writes it meanwhile
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, scans-table: reads all of table t for values of b that are no integer, and rows that do not comply make it fail
ALTER DOMAIN public.d RENAME TO _schema_sync_old_d;
CREATE DOMAIN public.d AS integer;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE public.d USING a::integer::public.d;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 3;
ALTER TABLE public.t ALTER COLUMN b TYPE public.d[] USING b::integer[]::public.d[];
DROP DOMAIN public._schema_sync_old_d;

-- 4. add check d_check to domain d (replace postgres/domain-constraint:d.d_check)
--    ! blocks-writes, scans-table: reads all of table t for the check d_check of domain d, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because it holds lists of the domain; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE integer[] USING b::integer[];
ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK ((VALUE > 0));
ALTER TABLE public.t ALTER COLUMN b TYPE public.d[] USING b::public.d[];

-- 5. create function f(public.d) (replace postgres/function:f(public\.d))
CREATE FUNCTION public.f(a public.d)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT a::int$function$;
