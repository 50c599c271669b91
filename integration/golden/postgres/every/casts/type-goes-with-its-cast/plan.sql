-- drop postgres/cast:integer as public\.mood
-- drop postgres/cast:public\.mood as integer
-- drop postgres/enum:mood
-- drop postgres/function:as_mood(integer)
-- drop postgres/function:as_number(public\.mood)
-- alter table:t
--   change-type columns.m.type: public.mood → integer

-- ==== up ====
-- batch, all or nothing

-- 1. drop cast integer as public.mood (drop postgres/cast:integer as public\.mood)
--    ! correctness, drops-type: drops cast integer as public.mood: statements that convert so fail from then on, or convert in another way
DROP CAST (integer AS public.mood);

-- 2. drop function as_mood(integer) (drop postgres/function:as_mood(integer))
--    ! correctness, drops-routine: drops function as_mood(integer): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.as_mood(integer);

-- 3. change the type of column m of table t (alter table:t)
--    ! data-loss, converts-values: changes t.m from public.mood to integer, which converts stored values by the function public.as_number(public.mood) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.m becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN m TYPE integer;

-- 4. drop cast public.mood as integer (drop postgres/cast:public\.mood as integer)
--    ! correctness, drops-type: drops cast public.mood as integer: statements that convert so fail from then on, or convert in another way
DROP CAST (public.mood AS integer);

-- 5. drop function as_number(public.mood) (drop postgres/function:as_number(public\.mood))
--    ! correctness, drops-routine: drops function as_number(public.mood): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.as_number(public.mood);

-- 6. drop enum mood (drop postgres/enum:mood)
--    ! correctness, drops-type: drops enum mood: statements that name it fail from then on, casts among them
DROP TYPE public.mood;

-- The way down does not bring back:
--   alter table:t: changes t.m from public.mood to integer, which converts stored values by the function public.as_number(public.mood)

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. create enum mood (create postgres/enum:mood)
CREATE TYPE public.mood AS ENUM ('sad', 'ok');

-- 2. create function as_mood(integer) (create postgres/function:as_mood(integer))
CREATE FUNCTION public.as_mood(integer)
 RETURNS public.mood
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT (CASE $1 WHEN 0 THEN 'sad' ELSE 'ok' END)::mood$function$;

-- 3. create cast integer as public.mood (create postgres/cast:integer as public\.mood)
CREATE CAST (integer AS public.mood) WITH FUNCTION public.as_mood(integer);

-- 4. create function as_number(public.mood) (create postgres/function:as_number(public\.mood))
CREATE FUNCTION public.as_number(public.mood)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT CASE $1 WHEN 'sad' THEN 0 ELSE 1 END$function$;

-- 5. create cast public.mood as integer (create postgres/cast:public\.mood as integer)
CREATE CAST (public.mood AS integer) WITH FUNCTION public.as_number(public.mood) AS ASSIGNMENT;

-- 6. change the type of column m of table t (alter table:t)
--    ! data-loss, converts-values: changes t.m from integer to public.mood, which converts stored values by the function public.as_mood(integer) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.m becomes public.mood; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::public.mood;
