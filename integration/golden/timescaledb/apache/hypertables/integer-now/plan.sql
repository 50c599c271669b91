-- alter timescaledb/hypertable:n.hypertable
--   change-now dimensions.at.now: public.a → public.b

-- ==== up ====
-- batch, all or nothing

-- 1. change what tells hypertable n how late it is (alter timescaledb/hypertable:n.hypertable)
SELECT set_integer_now_func('public.n', 'public.b', replace_if_exists => TRUE);

-- ==== down ====
-- batch, all or nothing

-- 1. change what tells hypertable n how late it is (alter timescaledb/hypertable:n.hypertable)
SELECT set_integer_now_func('public.n', 'public.a', replace_if_exists => TRUE);
