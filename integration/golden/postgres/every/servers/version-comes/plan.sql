-- alter postgres/server:far
--   change-version version: none → 2

-- ==== up ====
-- batch, all or nothing

-- 1. alter foreign server far (alter postgres/server:far)
ALTER SERVER far VERSION '2';

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign server far (replace postgres/server:far)
DROP SERVER far;

-- 2. create foreign server far (replace postgres/server:far)
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (dbname 'there', host 'far.example');
