-- replace postgres/server:far: what a server is cannot be changed

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign server far (replace postgres/server:far)
DROP SERVER far;

-- 2. create foreign server far (replace postgres/server:far)
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw;

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign server far (replace postgres/server:far)
DROP SERVER far;

-- 2. create foreign server far (replace postgres/server:far)
CREATE SERVER far FOREIGN DATA WRAPPER file_fdw;
