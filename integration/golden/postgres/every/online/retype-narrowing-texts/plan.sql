-- alter table:orders
--   change-type columns.note.type: text → character varying(5)

-- ==== up ====
-- batch, all or nothing

-- 1. begin to copy column note of table orders to a new one of type character varying(5) (alter table:orders)
--    ! data-loss, converts-values: changes orders.note from text to character varying(5), which may cut, round or refuse stored values [irreversible]
-- must find nothing: something stands on column note of table orders that cannot be put on another one
SELECT d.classid::pg_catalog.regclass::text AS kind, pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS what
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
WHERE a.attrelid = pg_catalog.to_regclass('public.orders') AND a.attname = 'note' AND d.deptype = 'n'
  AND d.classid NOT IN ('pg_catalog.pg_constraint'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
UNION ALL
SELECT 'pg_class', 'the index ' || i.indexrelid::pg_catalog.regclass::text || ', by which rows are told apart in replication or sorted'
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_index i ON i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey) AND (i.indisreplident OR i.indisclustered)
WHERE a.attrelid = pg_catalog.to_regclass('public.orders') AND a.attname = 'note';
ALTER TABLE public.orders ADD COLUMN schema_sync_new_note character varying(5);
CREATE FUNCTION public.schema_sync_copy_orders_note() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW.schema_sync_new_note := NEW.note::character varying(5);
  RETURN NEW;
END
';
CREATE TRIGGER zz_schema_sync_copy_note BEFORE INSERT OR UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.schema_sync_copy_orders_note();
ALTER TABLE public.orders ENABLE ALWAYS TRIGGER zz_schema_sync_copy_note;
-- batch

-- 2. copy column note of table orders to the new one (alter table:orders)
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
  SET schema_sync_new_note = note::character varying(5)
  WHERE ($1::json IS NULL OR id > ($1::json ->> 0)::bigint)
    AND id <= (SELECT id FROM last)
    AND schema_sync_new_note IS NULL AND note IS NOT NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) AS done,
  (SELECT json_build_array(id::text)::text FROM last) AS next;
-- batch, all or nothing

-- 3. put the new column note of table orders in the place of the old one (alter table:orders)
DROP TRIGGER zz_schema_sync_copy_note ON public.orders;
DROP FUNCTION public.schema_sync_copy_orders_note();
ALTER TABLE public.orders DROP COLUMN note;
ALTER TABLE public.orders RENAME COLUMN schema_sync_new_note TO note;

-- The way down does not bring back:
--   alter table:orders: changes orders.note from text to character varying(5), which may cut, round or refuse stored values

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column note of table orders (alter table:orders)
ALTER TABLE public.orders ALTER COLUMN note TYPE text;
