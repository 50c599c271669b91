-- alter postgres/composite-type:pair
--   change-attributes attributes: a integer, b text → a bigint, b text
-- replace postgres/function:f(public\.pair): it cannot stay while postgres/composite-type:pair is altered

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f(public.pair) (replace postgres/function:f(public\.pair))
DROP FUNCTION public.f(public.pair);

-- 2. make composite type pair anew (alter postgres/composite-type:pair)
ALTER TYPE public.pair RENAME TO _schema_sync_old_pair;
CREATE TYPE public.pair AS (
  a bigint,
  b text
);
DROP TYPE public._schema_sync_old_pair;

-- 3. create function f(public.pair) (replace postgres/function:f(public\.pair))
CREATE FUNCTION public.f(p public.pair)
 RETURNS public.pair
 LANGUAGE sql
AS $function$SELECT p$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f(public.pair) (replace postgres/function:f(public\.pair))
DROP FUNCTION public.f(public.pair);

-- 2. make composite type pair anew (alter postgres/composite-type:pair)
ALTER TYPE public.pair RENAME TO _schema_sync_old_pair;
CREATE TYPE public.pair AS (
  a integer,
  b text
);
DROP TYPE public._schema_sync_old_pair;

-- 3. create function f(public.pair) (replace postgres/function:f(public\.pair))
CREATE FUNCTION public.f(p public.pair)
 RETURNS public.pair
 LANGUAGE sql
AS $function$SELECT p$function$;
