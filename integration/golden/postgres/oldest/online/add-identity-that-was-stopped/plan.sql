-- drop postgres/constraint:orders.schema_sync_fill_number
-- drop sequence:schema_sync_fill_orders_number
-- alter table:orders
--   change-default columns.number.default: nextval('public.schema_sync_fill_orders_number'::regclass) → none
--   change-not-null columns.number.not-null: false → true
--   change-identity columns.number.identity: none → always, start 100, increment 5
--   change-owns columns.number.owns: ["sequence:schema_sync_fill_orders_number"] → none

-- ==== up ====
-- batch

-- 1. fill column number of table orders (drop postgres/constraint:orders.schema_sync_fill_number)
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
-- batch, all or nothing

-- 2. drop check schema_sync_fill_number of table orders (drop postgres/constraint:orders.schema_sync_fill_number)
--    ! correctness, ends-guarantee: drops the check schema_sync_fill_number of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders DROP CONSTRAINT schema_sync_fill_number;
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

-- 5. change the identity of column number of table orders (alter table:orders)
ALTER TABLE public.orders ALTER COLUMN number DROP DEFAULT;
ALTER SEQUENCE public.schema_sync_fill_orders_number OWNED BY NONE;
ALTER SEQUENCE public.schema_sync_fill_orders_number RENAME TO _schema_sync_aside;
ALTER TABLE public.orders ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 5 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE);
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.orders', 'number'), coalesce(last.value, pg_catalog.nextval('public._schema_sync_aside')), last.value IS NOT NULL) FROM (SELECT pg_catalog.pg_sequence_last_value('public._schema_sync_aside') AS value OFFSET 0) AS last;
DROP SEQUENCE public._schema_sync_aside;

-- ==== down ====
-- batch, all or nothing

-- 1. change the identity of column number of table orders (alter table:orders)
CREATE SEQUENCE public._schema_sync_aside AS integer START WITH 100 INCREMENT BY 5 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE;
SELECT pg_catalog.setval('public._schema_sync_aside', coalesce(last.value, pg_catalog.nextval(pg_catalog.pg_get_serial_sequence('public.orders', 'number'))), last.value IS NOT NULL) FROM (SELECT pg_catalog.pg_sequence_last_value(pg_catalog.pg_get_serial_sequence('public.orders', 'number')) AS value OFFSET 0) AS last;
ALTER TABLE public.orders ALTER COLUMN number DROP IDENTITY;
ALTER SEQUENCE public._schema_sync_aside RENAME TO schema_sync_fill_orders_number;
-- batch, all or nothing

-- 2. change the default of column number of table orders (alter table:orders)
ALTER TABLE public.orders ALTER COLUMN number SET DEFAULT nextval('public.schema_sync_fill_orders_number'::regclass);
-- batch, all or nothing

-- 3. allow nulls in column number of table orders (alter table:orders)
--    ! correctness, ends-guarantee: drops the NOT NULL of column number of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders ALTER COLUMN number DROP NOT NULL;
-- batch, all or nothing

-- 4. change the sequences that go with column number of table orders (alter table:orders)
ALTER SEQUENCE public.schema_sync_fill_orders_number OWNED BY public.orders.number;
-- batch, all or nothing

-- 5. add check schema_sync_fill_number to table orders (create postgres/constraint:orders.schema_sync_fill_number)
ALTER TABLE public.orders ADD CONSTRAINT schema_sync_fill_number CHECK (true) NOT VALID;
