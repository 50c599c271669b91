-- create postgres/server:far

-- ==== up ====
-- batch, all or nothing

-- 1. create foreign server far (create postgres/server:far)
CREATE SERVER far TYPE 'warehouse' VERSION '9' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (fetch_size '500', host 'it''s far');

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign server far (drop postgres/server:far)
DROP SERVER far;
