-- drop table:m
-- create table:other

-- ==== up ====
-- batch, all or nothing

-- 1. drop table m (drop table:m)
--    ! data-loss, drops-table: drops table m with all of its rows [irreversible]
DROP TABLE public.m;

-- 2. create table other (create table:other)
CREATE TABLE public.other (
  id integer
);

-- The way down does not bring back:
--   drop table:m: drops table m with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. drop table other (drop table:other)
--    ! data-loss, drops-table: drops table other with all of its rows [irreversible]
DROP TABLE public.other;

-- 2. create table m (create table:m)
CREATE TABLE public.m (
  "time" timestamp with time zone NOT NULL,
  device integer NOT NULL,
  value double precision,
  note text
);

-- 3. make table m a hypertable (create timescaledb/hypertable:m.hypertable)
SELECT create_hypertable('public.m', 'time', chunk_time_interval => INTERVAL '7 days', create_default_indexes => FALSE);

-- 4. create index m_time_idx (create index:m_time_idx)
CREATE INDEX m_time_idx ON public.m USING btree ("time" DESC);

-- 5. turn the columnstore of m on (create timescaledb/columnstore:m.columnstore)
ALTER TABLE public.m SET (timescaledb.compress, timescaledb.compress_segmentby = 'device', timescaledb.compress_orderby = '"time" DESC');

-- 6. add a columnstore policy to m (create timescaledb/policy:m.columnstore)
SELECT add_compression_policy('public.m', compress_after => INTERVAL '7 days', schedule_interval => INTERVAL '12:00:00');

-- 7. add a retention policy to m (create timescaledb/policy:m.retention)
--    ! data-loss, deletes-by-policy: has the server drop the chunks of m that are older than 90 days, from the next run of the policy on [irreversible]
SELECT add_retention_policy('public.m', drop_after => INTERVAL '90 days', schedule_interval => INTERVAL '1 day');
