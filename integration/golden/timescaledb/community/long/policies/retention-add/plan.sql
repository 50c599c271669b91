-- create timescaledb/policy:m.retention

-- ==== up ====
-- batch, all or nothing

-- 1. add a retention policy to m (create timescaledb/policy:m.retention)
--    ! data-loss, deletes-by-policy: has the server drop the chunks of m that are older than 1 year, from the next run of the policy on [irreversible]
SELECT add_retention_policy('public.m', drop_after => INTERVAL '1 year', schedule_interval => INTERVAL '1 day');

-- The way down does not bring back:
--   create timescaledb/policy:m.retention: has the server drop the chunks of m that are older than 1 year, from the next run of the policy on

-- ==== down ====
-- batch, all or nothing

-- 1. remove the retention policy of m (drop timescaledb/policy:m.retention)
--    ! correctness, ends-policy: nothing does any more what the retention policy of m did
SELECT remove_retention_policy('public.m');
