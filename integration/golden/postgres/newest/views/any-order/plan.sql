-- create table:t
-- create view:one
-- create view:two

-- ==== up ====
-- batch, all or nothing

-- 1. create table t (create table:t)
CREATE TABLE public.t (
  a integer
);

-- 2. create view one (create view:one)
CREATE VIEW public.one (a) AS
 SELECT a
   FROM public.t;

-- 3. create view two (create view:two)
CREATE VIEW public.two (a) AS
 SELECT a
   FROM public.one;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view two (drop view:two)
--    ! correctness, drops-view: drops view two: statements that use it fail from then on
DROP VIEW public.two;

-- 2. drop view one (drop view:one)
--    ! correctness, drops-view: drops view one: statements that use it fail from then on
DROP VIEW public.one;

-- 3. drop table t (drop table:t)
--    ! data-loss, drops-table: drops table t with all of its rows [irreversible]
DROP TABLE public.t;
