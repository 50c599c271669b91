-- drop postgres/function:f()
-- drop postgres/function:g()
-- create table:keep
-- drop table:t

-- ==== up ====
-- batch, all or nothing

-- 1. drop function g() (drop postgres/function:g())
--    ! correctness, drops-routine: drops function g(): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.g();

-- 2. drop function f() (drop postgres/function:f())
--    ! correctness, drops-routine: drops function f(): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.f();

-- 3. drop table t (drop table:t)
--    ! data-loss, drops-table: drops table t with all of its rows [irreversible]
DROP TABLE public.t;

-- 4. create table keep (create table:keep)
CREATE TABLE public.keep (
  a integer
);

-- The way down does not bring back:
--   drop table:t: drops table t with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. drop table keep (drop table:keep)
--    ! data-loss, drops-table: drops table keep with all of its rows [irreversible]
DROP TABLE public.keep;

-- 2. create table t (create table:t)
CREATE TABLE public.t (
  a integer
);

-- 3. create function f() (create postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
RETURN (SELECT count(t.a) AS count FROM public.t);

-- 4. create function g() (create postgres/function:g())
CREATE FUNCTION public.g()
 RETURNS bigint
 LANGUAGE sql
RETURN public.f();
