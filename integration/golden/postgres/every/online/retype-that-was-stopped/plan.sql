-- drop postgres/function:schema_sync_copy_orders_total()
-- drop postgres/trigger:orders.zz_schema_sync_copy_total
-- alter table:orders
--   drop-column columns.schema_sync_new_total: schema_sync_new_total bigint
--   change-type columns.total.type: integer → bigint

-- ==== up ====
-- batch

-- 1. copy column total of table orders to the new one (alter table:orders)
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

-- 2. put the new column total of table orders in the place of the old one (alter table:orders)
--    ! correctness, moves-column: puts column total behind the others of table orders: INSERT and COPY without a list of columns, and rows read by position, take another one for it from then on [irreversible]
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

-- The way down does not bring back:
--   alter table:orders: puts column total behind the others of table orders: INSERT and COPY without a list of columns, and rows read by position, take another one for it from then on

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. create function schema_sync_copy_orders_total() (create postgres/function:schema_sync_copy_orders_total())
CREATE FUNCTION public.schema_sync_copy_orders_total()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.schema_sync_new_total := NEW.total::bigint;
  RETURN NEW;
END
$function$;
-- batch, all or nothing

-- 2. change the type of column total of table orders (alter table:orders)
--    ! blocks-reads, scans-table: reads all of table orders for values of total that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table orders again, because orders.total becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.orders ALTER COLUMN total TYPE integer USING total::integer;
-- batch, all or nothing

-- 3. add column schema_sync_new_total of table orders (alter table:orders)
ALTER TABLE public.orders ADD COLUMN schema_sync_new_total bigint;
-- batch, all or nothing

-- 4. create trigger zz_schema_sync_copy_total on orders (create postgres/trigger:orders.zz_schema_sync_copy_total)
CREATE TRIGGER zz_schema_sync_copy_total BEFORE INSERT OR UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.schema_sync_copy_orders_total();
ALTER TABLE public.orders ENABLE ALWAYS TRIGGER zz_schema_sync_copy_total;
