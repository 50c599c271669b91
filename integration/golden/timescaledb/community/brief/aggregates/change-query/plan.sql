-- replace postgres/comment:hourly.view: it cannot stay while view:hourly is replaced
-- replace timescaledb/aggregate-index:hourly.by_average: it cannot stay while view:hourly is replaced
-- replace view:hourly: a continuous aggregate takes another query only when it is created
-- replace view:top: it cannot stay while view:hourly is replaced

-- ==== up ====
-- batch, all or nothing

-- 1. drop view top (replace view:top)
DROP VIEW public.top;

-- 2. drop continuous aggregate hourly (replace view:hourly)
--    ! data-loss, drops-continuous-aggregate: drops what continuous aggregate hourly has worked out, also of rows that a retention policy has taken since [irreversible]
DROP MATERIALIZED VIEW public.hourly;

-- 3. create continuous aggregate hourly (replace view:hourly)
CREATE MATERIALIZED VIEW public.hourly WITH (timescaledb.continuous, timescaledb.materialized_only = true) AS
 SELECT public.time_bucket('01:00:00'::interval, "time") AS bucket,
    device,
    avg(value) AS average,
    count(*) AS n
   FROM public.m
  GROUP BY (public.time_bucket('01:00:00'::interval, "time")), device
WITH NO DATA;
GRANT SELECT ON TABLE public.hourly TO pg_monitor;

-- 4. comment on view hourly (replace postgres/comment:hourly.view)
COMMENT ON VIEW public.hourly IS 'by hour';

-- 5. create index by_average on continuous aggregate hourly (replace timescaledb/aggregate-index:hourly.by_average)
CREATE INDEX by_average ON public.hourly USING btree (average);

-- 6. create view top (replace view:top)
CREATE VIEW public.top (bucket, top) AS
 SELECT bucket,
    max(average) AS top
   FROM public.hourly
  GROUP BY bucket;
-- batch

-- 7. work out continuous aggregate hourly (replace view:hourly)
--    ! slow, fills-continuous-aggregate: works out continuous aggregate hourly over all rows that are there
CALL refresh_continuous_aggregate('public.hourly', NULL, NULL);

-- The way down does not bring back:
--   replace view:hourly: drops what continuous aggregate hourly has worked out, also of rows that a retention policy has taken since

-- ==== down ====
-- batch, all or nothing

-- 1. drop view top (replace view:top)
DROP VIEW public.top;

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
GRANT SELECT ON TABLE public.hourly TO pg_monitor;

-- 4. comment on view hourly (replace postgres/comment:hourly.view)
COMMENT ON VIEW public.hourly IS 'by hour';

-- 5. create index by_average on continuous aggregate hourly (replace timescaledb/aggregate-index:hourly.by_average)
CREATE INDEX by_average ON public.hourly USING btree (average);

-- 6. create view top (replace view:top)
CREATE VIEW public.top (bucket, top) AS
 SELECT bucket,
    max(average) AS top
   FROM public.hourly
  GROUP BY bucket;
-- batch

-- 7. work out continuous aggregate hourly (replace view:hourly)
--    ! slow, fills-continuous-aggregate: works out continuous aggregate hourly over all rows that are there
CALL refresh_continuous_aggregate('public.hourly', NULL, NULL);
