-- create postgres/cast:integer as public\.mood
-- create postgres/cast:other\.point3 as jsonb
-- drop postgres/cast:public\."we""ird Näme" as text
-- replace postgres/cast:public\.mood as integer: a cast cannot be altered
-- create postgres/comment:character varying as public\.mood.postgres/cast
-- replace postgres/comment:public\.mood as integer.postgres/cast: it cannot stay while postgres/cast:public\.mood as integer is replaced
-- create postgres/composite-type:other.point3
-- create postgres/function:to_jsonb3(other\.point3)
-- create schema:other

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop cast public."we""ird Näme" as text (drop postgres/cast:public\."we""ird Näme" as text)
--    ! correctness, drops-type: drops cast public."we""ird Näme" as text: statements that convert so fail from then on, or convert in another way
DROP CAST (public."we""ird Näme" AS text);

-- 2. drop cast public.mood as integer (replace postgres/cast:public\.mood as integer)
DROP CAST (public.mood AS integer);

-- 3. create cast integer as public.mood (create postgres/cast:integer as public\.mood)
CREATE CAST (integer AS public.mood) WITH FUNCTION public.f(integer);

-- 4. create cast public.mood as integer (replace postgres/cast:public\.mood as integer)
CREATE CAST (public.mood AS integer) WITH FUNCTION public.as_number(public.mood);

-- 5. comment on cast character varying as public.mood (create postgres/comment:character varying as public\.mood.postgres/cast)
COMMENT ON CAST (character varying as public.mood) IS 'by its word';

-- 6. comment on cast public.mood as integer (replace postgres/comment:public\.mood as integer.postgres/cast)
COMMENT ON CAST (public.mood as integer) IS 'by its number';

-- 7. create schema other (create schema:other)
CREATE SCHEMA other;

-- 8. create composite type other.point3 (create postgres/composite-type:other.point3)
CREATE TYPE other.point3 AS (
  x real,
  y real,
  z real
);

-- 9. create function to_jsonb3(other.point3) (create postgres/function:to_jsonb3(other\.point3))
CREATE FUNCTION public.to_jsonb3(other.point3)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT to_jsonb($1)$function$;

-- 10. create cast other.point3 as jsonb (create postgres/cast:other\.point3 as jsonb)
CREATE CAST (other.point3 AS jsonb) WITH FUNCTION public.to_jsonb3(other.point3) AS ASSIGNMENT;

-- ==== down ====
-- batch, all or nothing

-- 1. drop cast integer as public.mood (drop postgres/cast:integer as public\.mood)
--    ! correctness, drops-type: drops cast integer as public.mood: statements that convert so fail from then on, or convert in another way
DROP CAST (integer AS public.mood);

-- 2. drop cast other.point3 as jsonb (drop postgres/cast:other\.point3 as jsonb)
--    ! correctness, drops-type: drops cast other.point3 as jsonb: statements that convert so fail from then on, or convert in another way
DROP CAST (other.point3 AS jsonb);

-- 3. drop cast public.mood as integer (replace postgres/cast:public\.mood as integer)
DROP CAST (public.mood AS integer);

-- 4. comment on cast character varying as public.mood (drop postgres/comment:character varying as public\.mood.postgres/cast)
COMMENT ON CAST (character varying as public.mood) IS NULL;

-- 5. drop function to_jsonb3(other.point3) (drop postgres/function:to_jsonb3(other\.point3))
--    ! correctness, drops-routine: drops function to_jsonb3(other.point3): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.to_jsonb3(other.point3);

-- 6. drop composite type other.point3 (drop postgres/composite-type:other.point3)
--    ! correctness, drops-type: drops composite type other.point3: statements that name it fail from then on, casts among them
DROP TYPE other.point3;

-- 7. drop schema other (drop schema:other)
DROP SCHEMA other;

-- 8. create cast public."we""ird Näme" as text (create postgres/cast:public\."we""ird Näme" as text)
CREATE CAST (public."we""ird Näme" AS text) WITH INOUT;

-- 9. create cast public.mood as integer (replace postgres/cast:public\.mood as integer)
CREATE CAST (public.mood AS integer) WITH FUNCTION public.as_number(public.mood) AS IMPLICIT;

-- 10. comment on cast public.mood as integer (replace postgres/comment:public\.mood as integer.postgres/cast)
COMMENT ON CAST (public.mood as integer) IS 'by its place';
