-- alter postgres/server:far
--   change-options options: {"dbname":"there","host":"far.example"} → {"dbname":"there","host":"far.example","port":"5433","updatable":"false"}

-- ==== up ====
-- batch, all or nothing

-- 1. alter foreign server far (alter postgres/server:far)
ALTER SERVER far OPTIONS (ADD port '5433', ADD updatable 'false');

-- ==== down ====
-- batch, all or nothing

-- 1. alter foreign server far (alter postgres/server:far)
ALTER SERVER far OPTIONS (DROP port, DROP updatable);
