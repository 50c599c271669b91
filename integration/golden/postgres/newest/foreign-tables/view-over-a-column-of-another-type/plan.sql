-- alter postgres/foreign-table:ft
--   change-type columns.b.type: integer → bigint
-- replace view:v: a view keeps the columns that it has, and can only get more at the end

-- ==== up ====
-- batch, all or nothing

-- 1. drop view v (replace view:v)
DROP VIEW public.v;

-- 2. change the type of column b of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN b TYPE bigint;

-- 3. create view v (replace view:v)
CREATE VIEW public.v (b) AS
 SELECT b
   FROM public.ft;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view v (replace view:v)
DROP VIEW public.v;

-- 2. change the type of column b of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN b TYPE integer;

-- 3. create view v (replace view:v)
CREATE VIEW public.v (b) AS
 SELECT b
   FROM public.ft;
