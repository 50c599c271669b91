-- create postgres/trigger-state:p1.tr
-- create postgres/trigger:app.t.tr
-- create schema:app
-- create table:app.p2
-- create table:app.t
-- create table:p1

-- ==== up ====
-- batch, all or nothing

-- 1. create schema app (create schema:app)
CREATE SCHEMA app;

-- 2. create table app.t (create table:app.t)
CREATE TABLE app.t (
  a integer
) PARTITION BY LIST (a);

-- 3. create trigger tr on app.t (create postgres/trigger:app.t.tr)
CREATE TRIGGER tr AFTER INSERT ON app.t FOR EACH ROW EXECUTE FUNCTION public.f();
ALTER TABLE app.t DISABLE TRIGGER tr;

-- 4. create table app.p2 (create table:app.p2)
CREATE TABLE app.p2 PARTITION OF app.t FOR VALUES IN (2);

-- 5. create table p1 (create table:p1)
CREATE TABLE public.p1 PARTITION OF app.t FOR VALUES IN (1);

-- 6. trigger tr on p1: enabled (create postgres/trigger-state:p1.tr)
ALTER TABLE ONLY public.p1 ENABLE TRIGGER tr;

-- ==== down ====
-- batch, all or nothing

-- 1. drop table app.p2 (drop table:app.p2)
--    ! data-loss, drops-table: drops table app.p2 with all of its rows [irreversible]
DROP TABLE app.p2;

-- 2. drop table p1 (drop table:p1)
--    ! data-loss, drops-table: drops table p1 with all of its rows [irreversible]
DROP TABLE public.p1;

-- 3. drop table app.t (drop table:app.t)
--    ! data-loss, drops-table: drops table app.t with all of its rows [irreversible]
DROP TABLE app.t;

-- 4. drop schema app (drop schema:app)
DROP SCHEMA app;
