-- drop postgres/foreign-table:ft
-- drop postgres/server:far

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign table ft (drop postgres/foreign-table:ft)
--    ! correctness, drops-foreign-table: drops foreign table ft: statements that use it fail from then on
DROP FOREIGN TABLE public.ft;

-- 2. drop foreign server far (drop postgres/server:far)
DROP SERVER far;

-- ==== down ====
-- batch, all or nothing

-- 1. create foreign server far (create postgres/server:far)
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (dbname 'there', host 'far.example');

-- 2. create foreign table ft (create postgres/foreign-table:ft)
CREATE FOREIGN TABLE public.ft (
  id integer NOT NULL,
  a text OPTIONS (column_name 'A'),
  b integer DEFAULT 5
) SERVER far OPTIONS (schema_name 'x', table_name 'y');
