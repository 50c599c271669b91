-- alter postgres/server:far
--   change-version version: 1 → 2
--   change-options options: {} → {"host":"h"}

-- ==== up ====
-- batch, all or nothing

-- 1. alter foreign server far (alter postgres/server:far)
ALTER SERVER far VERSION '2' OPTIONS (ADD host 'h');

-- ==== down ====
-- batch, all or nothing

-- 1. alter foreign server far (alter postgres/server:far)
ALTER SERVER far VERSION '1' OPTIONS (DROP host);
