-- replace postgres/materialized-view:mv: a materialized view takes another query only when it is created
-- alter table:orders
--   change-type columns.total.type: integer → bigint

-- ==== up ====
-- batch, all or nothing

-- 1. begin to copy column total of table orders to a new one of type bigint (alter table:orders)
-- must find nothing: something stands on column total of table orders that cannot be put on another one
SELECT d.classid::pg_catalog.regclass::text AS kind, pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS what
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
WHERE a.attrelid = pg_catalog.to_regclass('public.orders') AND a.attname = 'total' AND d.deptype = 'n'
  AND d.classid NOT IN ('pg_catalog.pg_constraint'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
UNION ALL
SELECT 'pg_class', 'the index ' || i.indexrelid::pg_catalog.regclass::text || ', by which rows are told apart in replication or sorted'
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_index i ON i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey) AND (i.indisreplident OR i.indisclustered)
WHERE a.attrelid = pg_catalog.to_regclass('public.orders') AND a.attname = 'total';
-- must find nothing: a trigger of table orders fires after the one that copies column total, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.orders')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_total'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
ALTER TABLE public.orders ADD COLUMN schema_sync_new_total bigint;
CREATE FUNCTION public.schema_sync_copy_orders_total() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW.schema_sync_new_total := NEW.total::bigint;
  RETURN NEW;
END
';
CREATE TRIGGER zz_schema_sync_copy_total BEFORE INSERT OR UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.schema_sync_copy_orders_total();
ALTER TABLE public.orders ENABLE ALWAYS TRIGGER zz_schema_sync_copy_total;
-- batch

-- 2. copy column total of table orders to the new one (alter table:orders)
-- again and again, each round by itself:
WITH batch AS (
  SELECT id
  FROM public.orders
  WHERE $1::json IS NULL OR id > ($1::json ->> 0)::bigint
  ORDER BY id
  LIMIT 1000
), last AS (
  SELECT id
  FROM batch
  ORDER BY id DESC
  LIMIT 1
), filled AS (
  UPDATE public.orders
  SET schema_sync_new_total = total::bigint
  WHERE ($1::json IS NULL OR id > ($1::json ->> 0)::bigint)
    AND id <= (SELECT id FROM last)
    AND schema_sync_new_total IS NULL AND total IS NOT NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) AS done,
  (SELECT json_build_array(id::text)::text FROM last) AS next;
-- batch, all or nothing

-- 3. put the new column total of table orders in the place of the old one (alter table:orders)
-- must find nothing: a trigger of table orders fires after the one that copies column total, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.orders')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_total'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
DROP TRIGGER zz_schema_sync_copy_total ON public.orders;
DROP FUNCTION public.schema_sync_copy_orders_total();
ALTER TABLE public.orders DROP COLUMN total;
ALTER TABLE public.orders RENAME COLUMN schema_sync_new_total TO total;
-- batch, all or nothing

-- 4. build the new materialized view mv (replace postgres/materialized-view:mv)
--    ! slow, fills-materialized-view: runs the query of materialized view mv
CREATE MATERIALIZED VIEW public.schema_sync_new_mv (customer, n, five) AS
 SELECT orders.customer,
    count(*) AS n,
    5 AS five
   FROM public.orders
  GROUP BY orders.customer
  WITH DATA;
-- batch, all or nothing

-- 5. drop materialized view mv (replace postgres/materialized-view:mv)
DROP MATERIALIZED VIEW public.mv;

-- 6. put the new materialized view mv in the place of the old one (replace postgres/materialized-view:mv)
ALTER MATERIALIZED VIEW public.schema_sync_new_mv RENAME TO mv;

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column total of table orders (alter table:orders)
--    ! blocks-reads, scans-table: reads all of table orders for values of total that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table orders again, because orders.total becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.orders ALTER COLUMN total TYPE integer USING total::integer;
-- batch, all or nothing

-- 2. build the new materialized view mv (replace postgres/materialized-view:mv)
--    ! slow, fills-materialized-view: runs the query of materialized view mv
CREATE MATERIALIZED VIEW public.schema_sync_new_mv (customer, n) AS
 SELECT orders.customer,
    count(*) AS n
   FROM public.orders
  GROUP BY orders.customer
  WITH DATA;
-- batch, all or nothing

-- 3. drop materialized view mv (replace postgres/materialized-view:mv)
DROP MATERIALIZED VIEW public.mv;

-- 4. put the new materialized view mv in the place of the old one (replace postgres/materialized-view:mv)
ALTER MATERIALIZED VIEW public.schema_sync_new_mv RENAME TO mv;
