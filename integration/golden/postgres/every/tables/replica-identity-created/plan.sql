-- create index:app.order id
-- create schema:app
-- create table:app.full_one
-- create table:app.order

-- ==== up ====
-- batch, all or nothing

-- 1. create schema app (create schema:app)
CREATE SCHEMA app;

-- 2. create table app.full_one (create table:app.full_one)
CREATE TABLE app.full_one (
  id integer
);
ALTER TABLE app.full_one REPLICA IDENTITY FULL;

-- 3. create table app.order (create table:app.order)
CREATE TABLE app."order" (
  id integer NOT NULL,
  a integer
);

-- 4. create index app.order id (create index:app.order id)
CREATE UNIQUE INDEX "order id" ON app."order" USING btree (id);

-- 5. alter index app.order id (create index:app.order id)
ALTER TABLE app."order" REPLICA IDENTITY USING INDEX "order id";

-- ==== down ====
-- batch, all or nothing

-- 1. drop table app.full_one (drop table:app.full_one)
--    ! data-loss, drops-table: drops table app.full_one with all of its rows [irreversible]
DROP TABLE app.full_one;

-- 2. drop table app.order (drop table:app.order)
--    ! data-loss, drops-table: drops table app.order with all of its rows [irreversible]
DROP TABLE app."order";

-- 3. drop schema app (drop schema:app)
DROP SCHEMA app;
