-- create schema:app
-- create table:app.u
-- alter table:t
--   add-column columns.the a: "the a" integer

-- ==== up ====
-- batch, all or nothing

-- 1. create schema app (create schema:app)
CREATE SCHEMA app;

-- 2. create table app.u (create table:app.u)
CREATE TABLE app.u (
  id integer,
  x text
);
ALTER TABLE app.u ALTER COLUMN x SET STORAGE EXTERNAL;
ALTER TABLE app.u ALTER COLUMN x SET STATISTICS 10;
ALTER TABLE app.u ALTER COLUMN x SET (n_distinct=3, n_distinct_inherited=4);

-- 3. add column the a of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN "the a" integer;
ALTER TABLE public.t ALTER COLUMN "the a" SET STATISTICS 50;
ALTER TABLE public.t ALTER COLUMN "the a" SET (n_distinct=-0.5);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table app.u (drop table:app.u)
--    ! data-loss, drops-table: drops table app.u with all of its rows [irreversible]
DROP TABLE app.u;

-- 2. drop schema app (drop schema:app)
DROP SCHEMA app;

-- 3. drop column the a of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.the a with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN "the a";
