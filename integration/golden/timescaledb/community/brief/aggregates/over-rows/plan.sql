-- create view:hourly

-- ==== up ====
-- batch, all or nothing

-- 1. create continuous aggregate hourly (create view:hourly)
CREATE MATERIALIZED VIEW public.hourly WITH (timescaledb.continuous, timescaledb.materialized_only = true) AS
 SELECT public.time_bucket('01:00:00'::interval, "time") AS bucket,
    device,
    avg(value) AS average
   FROM public.m
  GROUP BY (public.time_bucket('01:00:00'::interval, "time")), device
WITH NO DATA;
-- batch

-- 2. work out continuous aggregate hourly (create view:hourly)
--    ! slow, fills-continuous-aggregate: works out continuous aggregate hourly over all rows that are there
CALL refresh_continuous_aggregate('public.hourly', NULL, NULL);

-- ==== down ====
-- batch, all or nothing

-- 1. drop continuous aggregate hourly (drop view:hourly)
--    ! data-loss, drops-continuous-aggregate: drops what continuous aggregate hourly has worked out, also of rows that a retention policy has taken since [irreversible]
DROP MATERIALIZED VIEW public.hourly;
