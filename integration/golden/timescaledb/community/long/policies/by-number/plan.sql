-- create timescaledb/policy:n.retention

-- ==== up ====
-- batch, all or nothing

-- 1. add a retention policy to n (create timescaledb/policy:n.retention)
--    ! data-loss, deletes-by-policy: has the server drop the chunks of n that are older than 1000, from the next run of the policy on [irreversible]
SELECT add_retention_policy('public.n', drop_after => 1000, schedule_interval => INTERVAL '1 day');

-- The way down does not bring back:
--   create timescaledb/policy:n.retention: has the server drop the chunks of n that are older than 1000, from the next run of the policy on

-- ==== down ====
-- batch, all or nothing

-- 1. remove the retention policy of n (drop timescaledb/policy:n.retention)
--    ! correctness, ends-policy: nothing does any more what the retention policy of n did
SELECT remove_retention_policy('public.n');
