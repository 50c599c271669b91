-- create index:app.m_time_idx
-- create table:app.m
-- create timescaledb/hypertable:app.m.hypertable
-- create view:app.latest

-- ==== up ====
-- batch, all or nothing

-- 1. create table app.m (create table:app.m)
CREATE TABLE app.m (
  "time" timestamp with time zone NOT NULL,
  device integer NOT NULL,
  value double precision,
  note text
);

-- 2. make table app.m a hypertable (create timescaledb/hypertable:app.m.hypertable)
SELECT create_hypertable('app.m', 'time', chunk_time_interval => INTERVAL '7 days', create_default_indexes => FALSE);

-- 3. create index app.m_time_idx (create index:app.m_time_idx)
CREATE INDEX m_time_idx ON app.m USING btree ("time" DESC);

-- 4. create view app.latest (create view:app.latest)
CREATE VIEW app.latest (device, at) AS
 SELECT device,
    max("time") AS at
   FROM app.m
  GROUP BY device;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view app.latest (drop view:app.latest)
--    ! correctness, drops-view: drops view app.latest: statements that use it fail from then on
DROP VIEW app.latest;

-- 2. drop table app.m (drop table:app.m)
--    ! data-loss, drops-table: drops table app.m with all of its rows [irreversible]
DROP TABLE app.m;
