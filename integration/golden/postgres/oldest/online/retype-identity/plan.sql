-- alter table:orders
--   change-type columns.id.type: integer → bigint
--   change-identity columns.id.identity: always as integer → always as bigint

-- ==== up ====
-- batch, all or nothing

-- 1. begin to copy column id of table orders to a new one of type bigint (alter table:orders)
-- must find nothing: something stands on column id of table orders that cannot be put on another one
SELECT d.classid::pg_catalog.regclass::text AS kind, pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS what
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
WHERE a.attrelid = pg_catalog.to_regclass('public.orders') AND a.attname = 'id' AND d.deptype = 'n'
  AND d.classid NOT IN ('pg_catalog.pg_constraint'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
UNION ALL
SELECT 'pg_class', 'the index ' || i.indexrelid::pg_catalog.regclass::text || ', by which rows are told apart in replication or sorted'
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_index i ON i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey) AND (i.indisreplident OR i.indisclustered)
WHERE a.attrelid = pg_catalog.to_regclass('public.orders') AND a.attname = 'id';
-- must find nothing: a trigger of table orders fires after the one that copies column id, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.orders')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_id'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
ALTER TABLE public.orders ADD COLUMN schema_sync_new_id bigint;
CREATE FUNCTION public.schema_sync_copy_orders_id() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW.schema_sync_new_id := NEW.id::bigint;
  RETURN NEW;
END
';
CREATE TRIGGER zz_schema_sync_copy_id BEFORE INSERT OR UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.schema_sync_copy_orders_id();
ALTER TABLE public.orders ENABLE ALWAYS TRIGGER zz_schema_sync_copy_id;
-- batch

-- 2. copy column id of table orders to the new one (alter table:orders)
-- again and again, each round by itself:
WITH batch AS (
  SELECT id
  FROM public.orders
  WHERE $1::json IS NULL OR id > ($1::json ->> 0)::integer
  ORDER BY id
  LIMIT 1000
), last AS (
  SELECT id
  FROM batch
  ORDER BY id DESC
  LIMIT 1
), filled AS (
  UPDATE public.orders
  SET schema_sync_new_id = id::bigint
  WHERE ($1::json IS NULL OR id > ($1::json ->> 0)::integer)
    AND id <= (SELECT id FROM last)
    AND schema_sync_new_id IS NULL AND id IS NOT NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) AS done,
  (SELECT json_build_array(id::text)::text FROM last) AS next;
-- batch

-- 3. look for nulls in the new column id of table orders (alter table:orders)
ALTER TABLE public.orders ADD CONSTRAINT schema_sync_not_null_schema_sync_new_id CHECK (schema_sync_new_id IS NOT NULL) NOT VALID;
ALTER TABLE public.orders VALIDATE CONSTRAINT schema_sync_not_null_schema_sync_new_id;
-- removes what a failure leaves behind: ALTER TABLE public.orders DROP CONSTRAINT schema_sync_not_null_schema_sync_new_id;
-- batch, postgres/lock_timeout = 0

-- 4. build index orders_pkey of table orders over the new column id (alter table:orders)
CREATE UNIQUE INDEX CONCURRENTLY schema_sync_new_orders_pkey ON public.orders (schema_sync_new_id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_orders_pkey;
-- batch, all or nothing

-- 5. put the new column id of table orders in the place of the old one (alter table:orders)
--    ! correctness, moves-column: puts column id behind the others of table orders: INSERT and COPY without a list of columns, and rows read by position, take another one for it from then on [irreversible]
-- must find nothing: a trigger of table orders fires after the one that copies column id, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.orders')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_id'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
DROP TRIGGER zz_schema_sync_copy_id ON public.orders;
DROP FUNCTION public.schema_sync_copy_orders_id();
ALTER TABLE public.orders ALTER COLUMN schema_sync_new_id SET NOT NULL;
ALTER TABLE public.orders ALTER COLUMN schema_sync_new_id ADD GENERATED ALWAYS AS IDENTITY (START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE);
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.orders', 'schema_sync_new_id'), coalesce(last.value, pg_catalog.nextval(pg_catalog.pg_get_serial_sequence('public.orders', 'id'))), last.value IS NOT NULL) FROM (SELECT pg_catalog.pg_sequence_last_value(pg_catalog.pg_get_serial_sequence('public.orders', 'id')) AS value OFFSET 0) AS last;
ALTER TABLE public.orders DROP COLUMN id;
ALTER TABLE public.orders RENAME COLUMN schema_sync_new_id TO id;
ALTER SEQUENCE public.orders_schema_sync_new_id_seq RENAME TO orders_id_seq;
ALTER TABLE public.orders DROP CONSTRAINT schema_sync_not_null_schema_sync_new_id;
ALTER TABLE public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX schema_sync_new_orders_pkey;
COMMENT ON COLUMN public.orders.id IS 'The number''s name';
COMMENT ON CONSTRAINT orders_pkey ON public.orders IS 'The key';
-- batch, all or nothing

-- 6. change the identity of column id of table orders (alter table:orders)
ALTER TABLE public.orders ALTER COLUMN id SET GENERATED ALWAYS SET START WITH 1 SET INCREMENT BY 1 SET MINVALUE 1 SET MAXVALUE 9223372036854775807 SET CACHE 1 SET NO CYCLE;

-- The way down does not bring back:
--   alter table:orders: puts column id behind the others of table orders: INSERT and COPY without a list of columns, and rows read by position, take another one for it from then on

-- ==== down ====
-- batch, all or nothing

-- 1. change the identity of column id of table orders (alter table:orders)
-- must find nothing: column orders.id has counted beyond what it is to count, from 1 to 2147483647
SELECT last AS value
FROM pg_catalog.pg_sequence_last_value((
  SELECT d.objid FROM pg_catalog.pg_depend d
  JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
  WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refclassid = d.classid AND d.deptype = 'i'
    AND d.refobjid = pg_catalog.to_regclass('public.orders') AND a.attname = 'id'
)) AS last
WHERE last NOT BETWEEN 1 AND 2147483647;
ALTER TABLE public.orders ALTER COLUMN id SET GENERATED ALWAYS SET START WITH 1 SET INCREMENT BY 1 SET MINVALUE 1 SET MAXVALUE 2147483647 SET CACHE 1 SET NO CYCLE;
-- batch, all or nothing

-- 2. change the type of column id of table orders (alter table:orders)
--    ! blocks-reads, scans-table: reads all of table orders for values of id that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table orders again, because orders.id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.orders ALTER COLUMN id TYPE integer USING id::integer;
