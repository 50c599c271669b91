-- replace postgres/cast:character varying as public\.mood: it cannot stay while postgres/enum:mood is altered
-- replace postgres/cast:public\.mood as integer: it cannot stay while postgres/enum:mood is altered
-- rename postgres/enum:New from postgres/enum:old
-- alter postgres/enum:mood
--   drop-value labels.gone: gone
-- replace postgres/function:as_number(public\.mood): it cannot stay while postgres/enum:mood is altered
-- replace view:v: it cannot stay while postgres/enum:mood is altered

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop cast character varying as public.mood (replace postgres/cast:character varying as public\.mood)
DROP CAST (character varying AS public.mood);

-- 2. drop cast public.mood as integer (replace postgres/cast:public\.mood as integer)
DROP CAST (public.mood AS integer);

-- 3. drop view v (replace view:v)
DROP VIEW public.v;

-- 4. drop function as_number(public.mood) (replace postgres/function:as_number(public\.mood))
DROP FUNCTION public.as_number(public.mood);

-- 5. rename enum old to New (rename postgres/enum:New)
--    ! correctness, breaks-clients: renames enum old to New: statements that still say old fail from then on
ALTER TYPE public.old RENAME TO "New";

-- 6. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.m from enum mood to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of t still hold a value in m that goes from the enum mood
SELECT m AS value, count(*) AS rows FROM public.t WHERE m::text IN ('gone') GROUP BY 1;
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('sad', 'ok');
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
DROP TYPE public._schema_sync_old_mood;

-- 7. create cast character varying as public.mood (replace postgres/cast:character varying as public\.mood)
CREATE CAST (character varying AS public.mood) WITH INOUT AS IMPLICIT;

-- 8. create function as_number(public.mood) (replace postgres/function:as_number(public\.mood))
CREATE FUNCTION public.as_number(public.mood)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT CASE $1 WHEN 'sad' THEN 0 ELSE 1 END$function$;

-- 9. create cast public.mood as integer (replace postgres/cast:public\.mood as integer)
CREATE CAST (public.mood AS integer) WITH FUNCTION public.as_number(public.mood) AS ASSIGNMENT;

-- 10. create view v (replace view:v)
CREATE VIEW public.v (number) AS
 SELECT (m)::integer AS number
   FROM public.t;

-- The way down does not bring back:
--   alter postgres/enum:mood: changes t.m from enum mood to fewer values, which fails where one that goes is stored

-- ==== down ====
-- batch, all or nothing

-- 1. rename enum New to old (rename postgres/enum:old)
--    ! correctness, breaks-clients: renames enum New to old: statements that still say New fail from then on
ALTER TYPE public."New" RENAME TO old;
-- batch

-- 2. add value gone to enum mood (alter postgres/enum:mood)
ALTER TYPE public.mood ADD VALUE 'gone';
