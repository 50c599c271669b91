-- create index:by_location
-- create index:conditions_time_idx
-- create table:conditions
-- create timescaledb/hypertable:conditions.hypertable

-- ==== up ====
-- batch, all or nothing

-- 1. create table conditions (create table:conditions)
CREATE TABLE public.conditions (
  "time" timestamp with time zone NOT NULL,
  location text NOT NULL,
  temperature double precision
);

-- 2. make table conditions a hypertable (create timescaledb/hypertable:conditions.hypertable)
SELECT create_hypertable('public.conditions', 'time', partitioning_column => 'location', number_partitions => 2, chunk_time_interval => INTERVAL '1 days', associated_table_prefix => 'part', create_default_indexes => FALSE);

-- 3. create index by_location (create index:by_location)
CREATE INDEX by_location ON public.conditions USING btree (location, "time");

-- 4. create index conditions_time_idx (create index:conditions_time_idx)
CREATE INDEX conditions_time_idx ON public.conditions USING btree ("time" DESC);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table conditions (drop table:conditions)
--    ! data-loss, drops-table: drops table conditions with all of its rows [irreversible]
DROP TABLE public.conditions;
