-- alter view:hourly
--   change-materialized-only continuous.materializedOnly: true → false

-- ==== up ====
-- batch, all or nothing

-- 1. have continuous aggregate hourly answer with rows that came since, too (alter view:hourly)
ALTER MATERIALIZED VIEW public.hourly SET (timescaledb.materialized_only = false);

-- ==== down ====
-- batch, all or nothing

-- 1. have continuous aggregate hourly answer with what is kept alone (alter view:hourly)
ALTER MATERIALIZED VIEW public.hourly SET (timescaledb.materialized_only = true);
