-- rename view:by_hour from view:hourly

-- ==== up ====
-- batch, all or nothing

-- 1. rename continuous aggregate hourly to by_hour (rename view:by_hour)
ALTER MATERIALIZED VIEW public.hourly RENAME TO by_hour;

-- ==== down ====
-- batch, all or nothing

-- 1. rename continuous aggregate by_hour to hourly (rename view:hourly)
ALTER MATERIALIZED VIEW public.by_hour RENAME TO hourly;
