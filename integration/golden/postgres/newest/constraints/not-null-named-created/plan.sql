-- create postgres/constraint:app.T.own_pk
-- create schema:app
-- create table:app.T
-- alter table:other
--   add-column columns.n: n integer DEFAULT 1 CONSTRAINT "n!" NOT NULL

-- ==== up ====
-- batch, all or nothing

-- 1. create schema app (create schema:app)
CREATE SCHEMA app;

-- 2. create table app.T (create table:app.T)
CREATE TABLE app."T" (
  id integer NOT NULL,
  a integer CONSTRAINT "a is there" NOT NULL NO INHERIT
);

-- 3. add primary key own_pk to table app.T (create postgres/constraint:app.T.own_pk)
ALTER TABLE app."T" ADD CONSTRAINT own_pk PRIMARY KEY (id);

-- 4. add column n of table other (alter table:other)
ALTER TABLE public.other ADD COLUMN n integer DEFAULT 1 CONSTRAINT "n!" NOT NULL;

-- ==== down ====
-- batch, all or nothing

-- 1. drop table app.T (drop table:app.T)
--    ! data-loss, drops-table: drops table app.T with all of its rows [irreversible]
DROP TABLE app."T";

-- 2. drop schema app (drop schema:app)
DROP SCHEMA app;

-- 3. drop column n of table other (alter table:other)
--    ! data-loss, drops-column: drops column other.n with all of its values [irreversible]
ALTER TABLE public.other DROP COLUMN n;
