-- replace view:daily: it cannot stay while view:hourly is replaced
-- replace view:hourly: a continuous aggregate takes another query only when it is created

-- ==== up ====
-- batch, all or nothing

-- 1. drop continuous aggregate daily (replace view:daily)
--    ! data-loss, drops-continuous-aggregate: drops what continuous aggregate daily has worked out, also of rows that a retention policy has taken since [irreversible]
DROP MATERIALIZED VIEW public.daily;

-- 2. drop continuous aggregate hourly (replace view:hourly)
--    ! data-loss, drops-continuous-aggregate: drops what continuous aggregate hourly has worked out, also of rows that a retention policy has taken since [irreversible]
DROP MATERIALIZED VIEW public.hourly;

-- 3. create continuous aggregate hourly (replace view:hourly)
CREATE MATERIALIZED VIEW public.hourly WITH (timescaledb.continuous, timescaledb.materialized_only = true) AS
 SELECT public.time_bucket('01:00:00'::interval, "time") AS bucket,
    device,
    max(value) AS average
   FROM public.m
  GROUP BY (public.time_bucket('01:00:00'::interval, "time")), device
WITH NO DATA;

-- 4. create continuous aggregate daily (replace view:daily)
CREATE MATERIALIZED VIEW public.daily WITH (timescaledb.continuous, timescaledb.materialized_only = true) AS
 SELECT public.time_bucket('1 day'::interval, bucket) AS day,
    max(average) AS top
   FROM public.hourly
  GROUP BY (public.time_bucket('1 day'::interval, bucket))
WITH NO DATA;
-- batch

-- 5. work out continuous aggregate hourly (replace view:hourly)
--    ! slow, fills-continuous-aggregate: works out continuous aggregate hourly over all rows that are there
CALL refresh_continuous_aggregate('public.hourly', NULL, NULL);

-- The way down does not bring back:
--   replace view:daily: drops what continuous aggregate daily has worked out, also of rows that a retention policy has taken since
--   replace view:hourly: drops what continuous aggregate hourly has worked out, also of rows that a retention policy has taken since

-- ==== down ====
-- batch, all or nothing

-- 1. drop continuous aggregate daily (replace view:daily)
--    ! data-loss, drops-continuous-aggregate: drops what continuous aggregate daily has worked out, also of rows that a retention policy has taken since [irreversible]
DROP MATERIALIZED VIEW public.daily;

-- 2. drop continuous aggregate hourly (replace view:hourly)
--    ! data-loss, drops-continuous-aggregate: drops what continuous aggregate hourly has worked out, also of rows that a retention policy has taken since [irreversible]
DROP MATERIALIZED VIEW public.hourly;

-- 3. create continuous aggregate hourly (replace view:hourly)
CREATE MATERIALIZED VIEW public.hourly WITH (timescaledb.continuous, timescaledb.materialized_only = true) AS
 SELECT public.time_bucket('01:00:00'::interval, "time") AS bucket,
    device,
    avg(value) AS average
   FROM public.m
  GROUP BY (public.time_bucket('01:00:00'::interval, "time")), device
WITH NO DATA;

-- 4. create continuous aggregate daily (replace view:daily)
CREATE MATERIALIZED VIEW public.daily WITH (timescaledb.continuous, timescaledb.materialized_only = true) AS
 SELECT public.time_bucket('1 day'::interval, bucket) AS day,
    max(average) AS top
   FROM public.hourly
  GROUP BY (public.time_bucket('1 day'::interval, bucket))
WITH NO DATA;
-- batch

-- 5. work out continuous aggregate hourly (replace view:hourly)
--    ! slow, fills-continuous-aggregate: works out continuous aggregate hourly over all rows that are there
CALL refresh_continuous_aggregate('public.hourly', NULL, NULL);
