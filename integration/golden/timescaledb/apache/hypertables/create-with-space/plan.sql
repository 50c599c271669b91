-- create table:m
-- create timescaledb/hypertable:m.hypertable

-- ==== up ====
-- batch, all or nothing

-- 1. create table m (create table:m)
CREATE TABLE public.m (
  "time" timestamp with time zone NOT NULL,
  device integer NOT NULL,
  value double precision,
  note text
);

-- 2. make table m a hypertable (create timescaledb/hypertable:m.hypertable)
SELECT create_hypertable('public.m', 'time', partitioning_column => 'device', number_partitions => 4, chunk_time_interval => INTERVAL '6 hours', create_default_indexes => FALSE);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table m (drop table:m)
--    ! data-loss, drops-table: drops table m with all of its rows [irreversible]
DROP TABLE public.m;
