-- alter table:orders
--   add-column columns.number: number integer GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 5 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE) NOT NULL

-- ==== up ====
-- batch, all or nothing

-- 1. add column number of table orders (alter table:orders)
CREATE SEQUENCE public.schema_sync_fill_orders_number AS integer START WITH 100 INCREMENT BY 5 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE;
ALTER TABLE public.orders ADD COLUMN number integer;
ALTER TABLE public.orders ALTER COLUMN number SET DEFAULT nextval('public.schema_sync_fill_orders_number'::regclass);
ALTER TABLE public.orders ADD CONSTRAINT schema_sync_fill_number CHECK (true) NOT VALID;
ALTER SEQUENCE public.schema_sync_fill_orders_number OWNED BY public.orders.number;
-- batch

-- 2. fill column number of table orders (alter table:orders)
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
  SET number = DEFAULT
  WHERE ($1::json IS NULL OR id > ($1::json ->> 0)::bigint)
    AND id <= (SELECT id FROM last)
    AND number IS NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) AS done,
  (SELECT json_build_array(id::text)::text FROM last) AS next;
-- batch

-- 3. look for nulls in column number of table orders (alter table:orders)
ALTER TABLE public.orders ADD CONSTRAINT schema_sync_not_null_number CHECK (number IS NOT NULL) NOT VALID;
ALTER TABLE public.orders VALIDATE CONSTRAINT schema_sync_not_null_number;
-- removes what a failure leaves behind: ALTER TABLE public.orders DROP CONSTRAINT schema_sync_not_null_number;
-- batch, all or nothing

-- 4. forbid nulls in column number of table orders (alter table:orders)
ALTER TABLE public.orders ALTER COLUMN number SET NOT NULL;
ALTER TABLE public.orders DROP CONSTRAINT schema_sync_not_null_number;
-- batch, all or nothing

-- 5. column number of table orders is filled (alter table:orders)
ALTER SEQUENCE public.schema_sync_fill_orders_number OWNED BY NONE;
ALTER TABLE public.orders ALTER COLUMN number DROP DEFAULT;
ALTER TABLE public.orders ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 5 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE);
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.orders', 'number'), coalesce(last.value, pg_catalog.nextval('public.schema_sync_fill_orders_number')), last.value IS NOT NULL) FROM (SELECT pg_catalog.pg_sequence_last_value('public.schema_sync_fill_orders_number') AS value OFFSET 0) AS last;
DROP SEQUENCE public.schema_sync_fill_orders_number;
ALTER TABLE public.orders DROP CONSTRAINT schema_sync_fill_number;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column number of table orders (alter table:orders)
--    ! data-loss, drops-column: drops column orders.number with all of its values [irreversible]
ALTER TABLE public.orders DROP COLUMN number;
