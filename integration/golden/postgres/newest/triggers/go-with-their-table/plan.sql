-- create table:other
-- drop table:t
-- drop view:v

-- ==== up ====
-- batch, all or nothing

-- 1. drop view v (drop view:v)
--    ! correctness, drops-view: drops view v: statements that use it fail from then on
DROP VIEW public.v;

-- 2. drop table t (drop table:t)
--    ! data-loss, drops-table: drops table t with all of its rows [irreversible]
DROP TABLE public.t;

-- 3. create table other (create table:other)
CREATE TABLE public.other (
  id integer
);

-- The way down does not bring back:
--   drop table:t: drops table t with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. drop table other (drop table:other)
--    ! data-loss, drops-table: drops table other with all of its rows [irreversible]
DROP TABLE public.other;

-- 2. create table t (create table:t)
CREATE TABLE public.t (
  id integer,
  a integer
);

-- 3. create trigger on_table on t (create postgres/trigger:t.on_table)
CREATE TRIGGER on_table BEFORE UPDATE OF a ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
ALTER TABLE public.t ENABLE REPLICA TRIGGER on_table;

-- 4. create view v (create view:v)
CREATE VIEW public.v (id) AS
 SELECT id
   FROM public.t;

-- 5. create trigger on_view on v (create postgres/trigger:v.on_view)
CREATE TRIGGER on_view INSTEAD OF UPDATE ON public.v FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
