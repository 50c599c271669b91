-- drop postgres/function:f(public\.t)
-- create table:keep
-- drop table:t

-- ==== up ====
-- batch, all or nothing

-- 1. drop function f(public.t) (drop postgres/function:f(public\.t))
--    ! correctness, drops-routine: drops function f(public.t): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.f(public.t);

-- 2. drop table t (drop table:t)
--    ! data-loss, drops-table: drops table t with all of its rows [irreversible]
DROP TABLE public.t;

-- 3. create table keep (create table:keep)
CREATE TABLE public.keep (
  a integer
);

-- The way down does not bring back:
--   drop table:t: drops table t with all of its rows

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop table keep (drop table:keep)
--    ! data-loss, drops-table: drops table keep with all of its rows [irreversible]
DROP TABLE public.keep;

-- 2. create table t (create table:t)
CREATE TABLE public.t (
  a integer
);

-- 3. create function f(public.t) (create postgres/function:f(public\.t))
CREATE FUNCTION public.f(r public.t)
 RETURNS SETOF public.t
 LANGUAGE sql
AS $function$SELECT r.*$function$;
