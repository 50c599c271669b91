-- alter postgres/server:far
--   change-options options: {"dbname":"there","host":"far.example"} → {}

-- ==== up ====
-- batch, all or nothing

-- 1. alter foreign server far (alter postgres/server:far)
ALTER SERVER far OPTIONS (DROP dbname, DROP host);

-- ==== down ====
-- batch, all or nothing

-- 1. alter foreign server far (alter postgres/server:far)
ALTER SERVER far OPTIONS (ADD dbname 'there', ADD host 'far.example');
