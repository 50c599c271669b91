-- alter materialized-view:by_name
--   change-property properties.comment: comment = '' → comment = 'names'
--   change-property properties.gc_grace_seconds: gc_grace_seconds = 864000 → gc_grace_seconds = 3600

-- ==== up ====
-- batch

-- 1. change comment and gc_grace_seconds of materialized view by_name (alter materialized-view:by_name)
ALTER MATERIALIZED VIEW by_name WITH comment = 'names'
  AND gc_grace_seconds = 3600;

-- ==== down ====
-- batch

-- 1. change comment and gc_grace_seconds of materialized view by_name (alter materialized-view:by_name)
ALTER MATERIALIZED VIEW by_name WITH comment = ''
  AND gc_grace_seconds = 864000;
