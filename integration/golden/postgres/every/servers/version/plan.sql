-- alter postgres/server:far
--   change-version version: 1 → 2

-- ==== up ====
-- batch, all or nothing

-- 1. alter foreign server far (alter postgres/server:far)
ALTER SERVER far VERSION '2';

-- ==== down ====
-- batch, all or nothing

-- 1. alter foreign server far (alter postgres/server:far)
ALTER SERVER far VERSION '1';
