-- drop postgres/foreign-table:ft
-- drop postgres/server:far
-- left alone: postgres/foreign-table ft: the schema public is not managed

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign table ft (drop postgres/foreign-table:ft)
--    ! data-loss, drops-left-alone: drops foreign table ft, which is left alone and cannot stand in the desired state
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
