-- create index:m_time_idx
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
SELECT create_hypertable('public.m', 'time', partitioning_column => 'device', number_partitions => 3, chunk_time_interval => INTERVAL '1 days', create_default_indexes => FALSE);

-- 3. create index m_time_idx (create index:m_time_idx)
CREATE INDEX m_time_idx ON public.m USING btree ("time" DESC);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table m (drop table:m)
--    ! data-loss, drops-table: drops table m with all of its rows [irreversible]
DROP TABLE public.m;
