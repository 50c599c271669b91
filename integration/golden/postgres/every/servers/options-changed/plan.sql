-- alter postgres/server:far
--   change-options options: {"dbname":"there","host":"far.example"} → {"dbname":"elsewhere","host":"far.example"}

-- ==== up ====
-- batch, all or nothing

-- 1. alter foreign server far (alter postgres/server:far)
ALTER SERVER far OPTIONS (SET dbname 'elsewhere');

-- ==== down ====
-- batch, all or nothing

-- 1. alter foreign server far (alter postgres/server:far)
ALTER SERVER far OPTIONS (SET dbname 'there');
