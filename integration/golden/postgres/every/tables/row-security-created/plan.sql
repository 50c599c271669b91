-- create postgres/policy:app.we"ird Näme.own
-- create schema:app
-- create table:app.we"ird Näme

-- ==== up ====
-- batch, all or nothing

-- 1. create schema app (create schema:app)
CREATE SCHEMA app;

-- 2. create table app.we"ird Näme (create table:app.we"ird Näme)
CREATE TABLE app."we""ird Näme" (
  id integer,
  tenant text
);
ALTER TABLE app."we""ird Näme" ENABLE ROW LEVEL SECURITY;
ALTER TABLE app."we""ird Näme" FORCE ROW LEVEL SECURITY;

-- 3. create policy own of table app.we"ird Näme (create postgres/policy:app.we"ird Näme.own)
CREATE POLICY own ON app."we""ird Näme" AS PERMISSIVE FOR ALL TO PUBLIC USING ((tenant = CURRENT_USER));

-- ==== down ====
-- batch, all or nothing

-- 1. drop table app.we"ird Näme (drop table:app.we"ird Näme)
--    ! data-loss, drops-table: drops table app.we"ird Näme with all of its rows [irreversible]
DROP TABLE app."we""ird Näme";

-- 2. drop schema app (drop schema:app)
DROP SCHEMA app;
