-- replace postgres/foreign-table:ft: a foreign table cannot go to another server
-- replace view:v: it cannot stay while postgres/foreign-table:ft is replaced

-- ==== up ====
-- batch, all or nothing

-- 1. drop view v (replace view:v)
DROP VIEW public.v;

-- 2. drop foreign table ft (replace postgres/foreign-table:ft)
DROP FOREIGN TABLE public.ft;

-- 3. create foreign table ft (replace postgres/foreign-table:ft)
CREATE FOREIGN TABLE public.ft (
  id integer NOT NULL,
  a text OPTIONS (column_name 'A'),
  b integer DEFAULT 5
) SERVER near OPTIONS (schema_name 'x', table_name 'y');

-- 4. create view v (replace view:v)
CREATE VIEW public.v (b) AS
 SELECT b
   FROM public.ft;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view v (replace view:v)
DROP VIEW public.v;

-- 2. drop foreign table ft (replace postgres/foreign-table:ft)
DROP FOREIGN TABLE public.ft;

-- 3. create foreign table ft (replace postgres/foreign-table:ft)
CREATE FOREIGN TABLE public.ft (
  id integer NOT NULL,
  a text OPTIONS (column_name 'A'),
  b integer DEFAULT 5
) SERVER far OPTIONS (schema_name 'x', table_name 'y');

-- 4. create view v (replace view:v)
CREATE VIEW public.v (b) AS
 SELECT b
   FROM public.ft;
