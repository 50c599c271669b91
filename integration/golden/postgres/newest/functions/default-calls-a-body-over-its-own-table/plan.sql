-- create postgres/function:f()
-- create postgres/function:g()
-- alter table:t
--   change-default columns.m.default: none → (public.g() + public.f())
--   change-default columns.n.default: none → public.f()
-- create table:t
-- create view:v

-- ==== up ====
-- batch, all or nothing

-- 1. create table t (create table:t)
CREATE TABLE public.t (
  id integer,
  "from" text,
  n bigint NOT NULL,
  m bigint
);

-- 2. create function g() (create postgres/function:g())
CREATE FUNCTION public.g()
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM public.t;
END;

-- 3. create view v (create view:v)
CREATE VIEW public.v (id) AS
 SELECT id
   FROM public.t;

-- 4. create function f() (create postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM public.v;
END;

-- 5. change the default of column m of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN m SET DEFAULT (public.g() + public.f());

-- 6. change the default of column n of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN n SET DEFAULT public.f();

-- ==== down ====
-- batch, all or nothing

-- 1. change the default of column m of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;

-- 2. change the default of column n of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN n DROP DEFAULT;

-- 3. drop function f() (drop postgres/function:f())
--    ! correctness, drops-routine: drops function f(): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.f();

-- 4. drop function g() (drop postgres/function:g())
--    ! correctness, drops-routine: drops function g(): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.g();

-- 5. drop view v (drop view:v)
--    ! correctness, drops-view: drops view v: statements that use it fail from then on
DROP VIEW public.v;

-- 6. drop table t (drop table:t)
--    ! data-loss, drops-table: drops table t with all of its rows [irreversible]
DROP TABLE public.t;
