-- alter table:m
--   change-type columns.value.type: double precision → real
-- replace view:hourly: it cannot stay while table:m is altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop continuous aggregate hourly (replace view:hourly)
--    ! data-loss, drops-continuous-aggregate: drops what continuous aggregate hourly has worked out, also of rows that a retention policy has taken since [irreversible]
DROP MATERIALIZED VIEW public.hourly;

-- 2. change the type of column value of table m (alter table:m)
--    ! data-loss, converts-values: changes m.value from double precision to real, which may cut, round or refuse stored values [irreversible]
--    ! blocks-reads, rewrites-table: writes table m again, because m.value becomes real; nobody reads or writes it meanwhile
ALTER TABLE public.m ALTER COLUMN value TYPE real USING value::real;

-- 3. create continuous aggregate hourly (replace view:hourly)
CREATE MATERIALIZED VIEW public.hourly WITH (timescaledb.continuous, timescaledb.materialized_only = true) AS
 SELECT public.time_bucket('01:00:00'::interval, "time") AS bucket,
    device,
    avg(value) AS average
   FROM public.m
  GROUP BY (public.time_bucket('01:00:00'::interval, "time")), device
WITH NO DATA;
-- batch

-- 4. work out continuous aggregate hourly (replace view:hourly)
--    ! slow, fills-continuous-aggregate: works out continuous aggregate hourly over all rows that are there
CALL refresh_continuous_aggregate('public.hourly', NULL, NULL);

-- The way down does not bring back:
--   replace view:hourly: drops what continuous aggregate hourly has worked out, also of rows that a retention policy has taken since
--   alter table:m: changes m.value from double precision to real, which may cut, round or refuse stored values

-- ==== down ====
-- batch, all or nothing

-- 1. drop continuous aggregate hourly (replace view:hourly)
--    ! data-loss, drops-continuous-aggregate: drops what continuous aggregate hourly has worked out, also of rows that a retention policy has taken since [irreversible]
DROP MATERIALIZED VIEW public.hourly;

-- 2. change the type of column value of table m (alter table:m)
--    ! blocks-reads, rewrites-table: writes table m again, because m.value becomes double precision; nobody reads or writes it meanwhile
ALTER TABLE public.m ALTER COLUMN value TYPE double precision USING value::double precision;

-- 3. create continuous aggregate hourly (replace view:hourly)
CREATE MATERIALIZED VIEW public.hourly WITH (timescaledb.continuous, timescaledb.materialized_only = true) AS
 SELECT public.time_bucket('01:00:00'::interval, "time") AS bucket,
    device,
    avg(value) AS average
   FROM public.m
  GROUP BY (public.time_bucket('01:00:00'::interval, "time")), device
WITH NO DATA;
-- batch

-- 4. work out continuous aggregate hourly (replace view:hourly)
--    ! slow, fills-continuous-aggregate: works out continuous aggregate hourly over all rows that are there
CALL refresh_continuous_aggregate('public.hourly', NULL, NULL);
