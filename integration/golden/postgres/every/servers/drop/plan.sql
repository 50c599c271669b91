-- drop postgres/server:far

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign server far (drop postgres/server:far)
DROP SERVER far;

-- ==== down ====
-- batch, all or nothing

-- 1. create foreign server far (create postgres/server:far)
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (dbname 'there', host 'far.example');
