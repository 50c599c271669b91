-- replace postgres/foreign-table:ft: it cannot stay while postgres/server:far is replaced
-- replace postgres/server:far: what a server is cannot be changed

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign table ft (replace postgres/foreign-table:ft)
DROP FOREIGN TABLE public.ft;

-- 2. drop foreign server far (replace postgres/server:far)
DROP SERVER far;

-- 3. create foreign server far (replace postgres/server:far)
CREATE SERVER far TYPE 'x' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (dbname 'there', host 'far.example');

-- 4. create foreign table ft (replace postgres/foreign-table:ft)
CREATE FOREIGN TABLE public.ft (
  a integer
) SERVER far;

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign table ft (replace postgres/foreign-table:ft)
DROP FOREIGN TABLE public.ft;

-- 2. drop foreign server far (replace postgres/server:far)
DROP SERVER far;

-- 3. create foreign server far (replace postgres/server:far)
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (dbname 'there', host 'far.example');

-- 4. create foreign table ft (replace postgres/foreign-table:ft)
CREATE FOREIGN TABLE public.ft (
  a integer
) SERVER far;
