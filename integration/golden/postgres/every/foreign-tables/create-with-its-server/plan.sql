-- create postgres/extension:postgres_fdw
-- create postgres/foreign-table:ft
-- create postgres/server:far

-- ==== up ====
-- batch, all or nothing

-- 1. create extension postgres_fdw (create postgres/extension:postgres_fdw)
CREATE EXTENSION postgres_fdw SCHEMA public;

-- 2. create foreign server far (create postgres/server:far)
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (dbname 'there', host 'far.example');

-- 3. create foreign table ft (create postgres/foreign-table:ft)
CREATE FOREIGN TABLE public.ft (
  id integer NOT NULL,
  a text OPTIONS (column_name 'A'),
  b integer DEFAULT 5
) SERVER far OPTIONS (schema_name 'x', table_name 'y');

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign table ft (drop postgres/foreign-table:ft)
--    ! correctness, drops-foreign-table: drops foreign table ft: statements that use it fail from then on
DROP FOREIGN TABLE public.ft;

-- 2. drop foreign server far (drop postgres/server:far)
DROP SERVER far;

-- 3. drop extension postgres_fdw (drop postgres/extension:postgres_fdw)
--    ! correctness, drops-extension: drops extension postgres_fdw with all that it brings along: statements that use it fail from then on
DROP EXTENSION postgres_fdw;
