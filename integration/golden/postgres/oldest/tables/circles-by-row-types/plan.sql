-- create postgres/constraint:t.t_pkey
-- create postgres/constraint:w.w_check
-- alter postgres/domain:d
--   change-default default: none → public.f(NULL::public.t)
-- create postgres/domain:d
-- create postgres/function:f(public\.t)
-- create postgres/function:g(public\.w)
-- create postgres/function:h(public\.holds)
-- create table:holds
-- create table:t
-- alter table:w
--   change-default columns.a.default: none → (public.h(NULL::public.holds)).a
-- create table:w
-- create view:v

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. create domain d (create postgres/domain:d)
CREATE DOMAIN public.d AS integer;

-- 2. create table t (create table:t)
CREATE TABLE public.t (
  id integer NOT NULL,
  e public.d
);

-- 3. add primary key t_pkey to table t (create postgres/constraint:t.t_pkey)
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);

-- 4. create function f(public.t) (create postgres/function:f(public\.t))
CREATE FUNCTION public.f(public.t)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select 1$function$;

-- 5. change the default of domain d (alter postgres/domain:d)
ALTER DOMAIN public.d SET DEFAULT public.f(NULL::public.t);

-- 6. create table w (create table:w)
CREATE TABLE public.w (
  a integer
);

-- 7. create function g(public.w) (create postgres/function:g(public\.w))
CREATE FUNCTION public.g(public.w)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select 1$function$;

-- 8. add check w_check to table w (create postgres/constraint:w.w_check)
ALTER TABLE public.w ADD CONSTRAINT w_check CHECK ((public.g(w.*) > 0));

-- 9. create view v (create view:v)
CREATE VIEW public.v (a) AS
 SELECT w.a
   FROM public.w;

-- 10. create table holds (create table:holds)
CREATE TABLE public.holds (
  c public.v,
  cs public.v[]
);

-- 11. create function h(public.holds) (create postgres/function:h(public\.holds))
CREATE FUNCTION public.h(public.holds)
 RETURNS public.v
 LANGUAGE sql
 IMMUTABLE
AS $function$select ($1).c$function$;

-- 12. change the default of column a of table w (alter table:w)
ALTER TABLE public.w ALTER COLUMN a SET DEFAULT (public.h(NULL::public.holds)).a;

-- ==== down ====
-- batch, all or nothing

-- 1. drop check w_check of table w (drop postgres/constraint:w.w_check)
ALTER TABLE public.w DROP CONSTRAINT w_check;

-- 2. drop function g(public.w) (drop postgres/function:g(public\.w))
--    ! correctness, drops-routine: drops function g(public.w): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.g(public.w);

-- 3. change the default of domain d (alter postgres/domain:d)
ALTER DOMAIN public.d DROP DEFAULT;

-- 4. drop function f(public.t) (drop postgres/function:f(public\.t))
--    ! correctness, drops-routine: drops function f(public.t): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.f(public.t);

-- 5. drop table t (drop table:t)
--    ! data-loss, drops-table: drops table t with all of its rows [irreversible]
DROP TABLE public.t;

-- 6. drop domain d (drop postgres/domain:d)
--    ! correctness, drops-type: drops domain d: statements that name it fail from then on, casts among them
DROP DOMAIN public.d;

-- 7. change the default of column a of table w (alter table:w)
ALTER TABLE public.w ALTER COLUMN a DROP DEFAULT;

-- 8. drop function h(public.holds) (drop postgres/function:h(public\.holds))
--    ! correctness, drops-routine: drops function h(public.holds): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.h(public.holds);

-- 9. drop table holds (drop table:holds)
--    ! data-loss, drops-table: drops table holds with all of its rows [irreversible]
DROP TABLE public.holds;

-- 10. drop view v (drop view:v)
--    ! correctness, drops-view: drops view v: statements that use it fail from then on
DROP VIEW public.v;

-- 11. drop table w (drop table:w)
--    ! data-loss, drops-table: drops table w with all of its rows [irreversible]
DROP TABLE public.w;
