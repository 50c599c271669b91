-- replace view:hourly: a view and a continuous aggregate are no other form of each other

-- ==== up ====
-- batch, all or nothing

-- 1. drop view hourly (replace view:hourly)
DROP VIEW public.hourly;

-- 2. create continuous aggregate hourly (replace view:hourly)
CREATE MATERIALIZED VIEW public.hourly WITH (timescaledb.continuous, timescaledb.materialized_only = true) AS
 SELECT public.time_bucket('01:00:00'::interval, "time") AS bucket,
    device,
    avg(value) AS average
   FROM public.m
  GROUP BY (public.time_bucket('01:00:00'::interval, "time")), device
WITH NO DATA;
-- batch

-- 3. work out continuous aggregate hourly (replace view:hourly)
--    ! slow, fills-continuous-aggregate: works out continuous aggregate hourly over all rows that are there
CALL refresh_continuous_aggregate('public.hourly', NULL, NULL);

-- ==== down ====
-- batch, all or nothing

-- 1. drop continuous aggregate hourly (replace view:hourly)
--    ! data-loss, drops-continuous-aggregate: drops what continuous aggregate hourly has worked out, also of rows that a retention policy has taken since [irreversible]
DROP MATERIALIZED VIEW public.hourly;

-- 2. create view hourly (replace view:hourly)
CREATE VIEW public.hourly (bucket, device, average) AS
 SELECT public.time_bucket('01:00:00'::interval, "time") AS bucket,
    device,
    avg(value) AS average
   FROM public.m
  GROUP BY (public.time_bucket('01:00:00'::interval, "time")), device;
