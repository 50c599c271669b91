-- drop postgres/foreign-table:ft

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign table ft (drop postgres/foreign-table:ft)
--    ! correctness, drops-foreign-table: drops foreign table ft: statements that use it fail from then on
DROP FOREIGN TABLE public.ft;

-- ==== down ====
-- batch, all or nothing

-- 1. create foreign table ft (create postgres/foreign-table:ft)
CREATE FOREIGN TABLE public.ft (
  id integer NOT NULL,
  a text OPTIONS (column_name 'A'),
  b integer DEFAULT 5
) SERVER far OPTIONS (schema_name 'x', table_name 'y');
