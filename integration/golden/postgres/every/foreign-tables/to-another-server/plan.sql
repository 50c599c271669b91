-- replace postgres/foreign-table:ft: a foreign table cannot go to another server

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign table ft (replace postgres/foreign-table:ft)
DROP FOREIGN TABLE public.ft;

-- 2. create foreign table ft (replace postgres/foreign-table:ft)
CREATE FOREIGN TABLE public.ft (
  id integer NOT NULL,
  a text OPTIONS (column_name 'A'),
  b integer DEFAULT 5
) SERVER near OPTIONS (schema_name 'x', table_name 'y');

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign table ft (replace postgres/foreign-table:ft)
DROP FOREIGN TABLE public.ft;

-- 2. create foreign table ft (replace postgres/foreign-table:ft)
CREATE FOREIGN TABLE public.ft (
  id integer NOT NULL,
  a text OPTIONS (column_name 'A'),
  b integer DEFAULT 5
) SERVER far OPTIONS (schema_name 'x', table_name 'y');
