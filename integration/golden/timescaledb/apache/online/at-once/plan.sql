-- create index:by_value
-- create index:later_time_idx
-- create postgres/constraint:m.high
-- create postgres/constraint:m.one
-- alter table:m
--   change-type columns.device.type: integer → bigint
-- create timescaledb/hypertable:later.hypertable

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column device of table m (alter table:m)
--    ! blocks-reads, rewrites-table: writes table m again, because m.device becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.m ALTER COLUMN device TYPE bigint USING device::bigint;

-- 2. create index by_value (create index:by_value)
--    ! blocks-writes, builds-index: builds an index over table m; nobody writes to it meanwhile
CREATE INDEX by_value ON public.m USING btree (value);

-- 3. add check high to table m (create postgres/constraint:m.high)
--    ! blocks-reads, scans-table: reads all of table m for the check high, and rows that do not comply make it fail
ALTER TABLE public.m ADD CONSTRAINT high CHECK ((value > (0)::double precision));

-- 4. add unique one to table m (create postgres/constraint:m.one)
--    ! blocks-reads, builds-index: builds an index over table m; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.m ADD CONSTRAINT one UNIQUE (device, "time");

-- 5. make table later a hypertable (create timescaledb/hypertable:later.hypertable)
--    ! blocks-writes, moves-into-chunks: moves every row of later into chunks, while nobody reads or writes it [irreversible]
SELECT create_hypertable('public.later', 'time', chunk_time_interval => INTERVAL '7 days', create_default_indexes => FALSE, migrate_data => TRUE);

-- 6. create index later_time_idx (create index:later_time_idx)
--    ! blocks-writes, builds-index: builds an index over table later; nobody writes to it meanwhile
CREATE INDEX later_time_idx ON public.later USING btree ("time" DESC);

-- The way down does not bring back:
--   create timescaledb/hypertable:later.hypertable: moves every row of later into chunks, while nobody reads or writes it

-- ==== down ====
-- batch, all or nothing

-- 1. drop index by_value (drop index:by_value)
--    ! slow, drops-index: drops index by_value: queries that used it read all of table m from then on
DROP INDEX public.by_value;

-- 2. drop check high of table m (drop postgres/constraint:m.high)
--    ! correctness, ends-guarantee: drops the check high of table m: from then on rows come that break it, and no statement fails
ALTER TABLE public.m DROP CONSTRAINT high;

-- 3. drop unique one of table m (drop postgres/constraint:m.one)
--    ! correctness, ends-guarantee: drops the unique one of table m: from then on rows come that break it, and no statement fails
ALTER TABLE public.m DROP CONSTRAINT one;

-- 4. change the type of column device of table m (alter table:m)
--    ! blocks-reads, scans-table: reads all of table m for values of device that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table m again, because m.device becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.m ALTER COLUMN device TYPE integer USING device::integer;

-- 5. put the rows of hypertable later aside and drop it (replace table:later)
--    ! blocks-reads, remakes-hypertable: writes every row of later twice, while nobody reads or writes it, to make another table of the hypertable
CREATE TABLE public._schema_sync_kept_later AS TABLE public.later;
DROP TABLE public.later;

-- 6. create table later (replace table:later)
CREATE TABLE public.later (
  "time" timestamp with time zone NOT NULL,
  device integer
);

-- 7. bring the rows of table later back (replace table:later)
INSERT INTO public.later (device, "time") SELECT device, "time" FROM public._schema_sync_kept_later;
DROP TABLE public._schema_sync_kept_later;
