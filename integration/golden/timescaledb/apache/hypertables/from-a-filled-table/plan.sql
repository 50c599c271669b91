-- create timescaledb/hypertable:m.hypertable

-- ==== up ====
-- batch, all or nothing

-- 1. make table m a hypertable (create timescaledb/hypertable:m.hypertable)
--    ! blocks-writes, moves-into-chunks: moves every row of m into chunks, while nobody reads or writes it [irreversible]
SELECT create_hypertable('public.m', 'time', chunk_time_interval => INTERVAL '7 days', create_default_indexes => FALSE, migrate_data => TRUE);

-- The way down does not bring back:
--   create timescaledb/hypertable:m.hypertable: moves every row of m into chunks, while nobody reads or writes it

-- ==== down ====
-- batch, all or nothing

-- 1. put the rows of hypertable m aside and drop it (replace table:m)
--    ! blocks-reads, remakes-hypertable: writes every row of m twice, while nobody reads or writes it, to make another table of the hypertable
CREATE TABLE public._schema_sync_kept_m AS TABLE public.m;
DROP TABLE public.m;

-- 2. create table m (replace table:m)
CREATE TABLE public.m (
  "time" timestamp with time zone NOT NULL,
  device integer NOT NULL,
  value double precision,
  note text
);

-- 3. bring the rows of table m back (replace table:m)
INSERT INTO public.m (device, note, "time", value) SELECT device, note, "time", value FROM public._schema_sync_kept_m;
DROP TABLE public._schema_sync_kept_m;

-- 4. create index by_device (replace index:by_device)
CREATE INDEX by_device ON public.m USING btree (device);
