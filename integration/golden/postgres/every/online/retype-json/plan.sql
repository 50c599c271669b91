-- alter table:orders
--   change-type columns.data.type: jsonb → json

-- ==== up ====
-- batch, all or nothing

-- 1. begin to copy column data of table orders to a new one of type json (alter table:orders)
-- must find nothing: something stands on column data of table orders that cannot be put on another one
SELECT d.classid::pg_catalog.regclass::text AS kind, pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS what
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
WHERE a.attrelid = pg_catalog.to_regclass('public.orders') AND a.attname = 'data' AND d.deptype = 'n'
  AND d.classid NOT IN ('pg_catalog.pg_constraint'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
UNION ALL
SELECT 'pg_class', 'the index ' || i.indexrelid::pg_catalog.regclass::text || ', by which rows are told apart in replication or sorted'
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_index i ON i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey) AND (i.indisreplident OR i.indisclustered)
WHERE a.attrelid = pg_catalog.to_regclass('public.orders') AND a.attname = 'data';
-- must find nothing: a trigger of table orders fires after the one that copies column data, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.orders')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_data'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
ALTER TABLE public.orders ADD COLUMN schema_sync_new_data json;
CREATE FUNCTION public.schema_sync_copy_orders_data() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW.schema_sync_new_data := NEW.data::json;
  RETURN NEW;
END
';
CREATE TRIGGER zz_schema_sync_copy_data BEFORE INSERT OR UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.schema_sync_copy_orders_data();
ALTER TABLE public.orders ENABLE ALWAYS TRIGGER zz_schema_sync_copy_data;
-- batch

-- 2. copy column data of table orders to the new one (alter table:orders)
-- again and again, each round by itself:
WITH RECURSIVE tree AS (
  SELECT to_regclass('public.orders')::oid AS oid
  UNION
  SELECT i.inhrelid
  FROM pg_inherits AS i
  JOIN tree ON tree.oid = i.inhparent
), sizes AS (
  SELECT
    max(pg_relation_size(c.oid) / current_setting('block_size')::bigint) AS last,
    greatest(1, least(64, coalesce(
      ceil(1000 * sum(c.relpages) FILTER (WHERE c.reltuples > 0) / sum(c.reltuples) FILTER (WHERE c.reltuples > 0)),
      8
    )) / nullif(count(*), 0))::bigint AS step
  FROM tree
  JOIN pg_class AS c ON c.oid = tree.oid AND c.relkind = 'r'
), place AS (
  SELECT
    coalesce(($1::json ->> 'block')::bigint, 0) AS block,
    CASE WHEN ($1::json ->> 'rest') IS NULL THEN coalesce(($1::json ->> 'last')::bigint, last) ELSE 0 END AS last,
    coalesce(($1::json ->> 'wrote')::boolean, false) AS wrote,
    coalesce(($1::json ->> 'nulls')::boolean, false) AS nulls,
    coalesce(($1::json ->> 'anew')::integer, 0) AS anew,
    step
  FROM sizes
), filled AS (
  UPDATE public.orders
  SET schema_sync_new_data = data::json
  WHERE ctid = ANY (ARRAY(
    SELECT format('(%s,%s)', page, item)::tid
    FROM place,
      generate_series(place.block, least(place.block + step, place.last) - 1) AS page,
      generate_series(1, current_setting('block_size')::bigint / 28) AS item
  )) AND schema_sync_new_data IS NULL AND data IS NOT NULL AND (data::json) IS NOT NULL
  RETURNING schema_sync_new_data AS value
), rest AS (
  UPDATE public.orders
  SET schema_sync_new_data = data::json
  WHERE ($1::json ->> 'rest') IS NOT NULL AND schema_sync_new_data IS NULL AND data IS NOT NULL AND (data::json) IS NOT NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) + (SELECT count(*) FROM rest) AS done,
  CASE
    WHEN block < last
    THEN json_build_object(
      'block', block + step, 'last', last, 'anew', anew,
      'wrote', wrote OR EXISTS (SELECT FROM filled WHERE value IS NOT NULL),
      'nulls', nulls OR EXISTS (SELECT FROM filled WHERE value IS NULL)
    )::text
    WHEN ($1::json ->> 'rest') IS NOT NULL OR nulls AND NOT wrote
    THEN NULL
    WHEN wrote AND (SELECT count(*) FROM (SELECT FROM public.orders WHERE schema_sync_new_data IS NULL AND data IS NOT NULL AND (data::json) IS NOT NULL LIMIT 1001) AS missed) > 1000
    THEN json_build_object('anew', anew)::text
    WHEN EXISTS (SELECT FROM public.orders WHERE schema_sync_new_data IS NULL AND data IS NOT NULL AND (data::json) IS NOT NULL)
    THEN CASE WHEN anew < 3 THEN json_build_object('anew', anew + 1)::text ELSE '{"rest": true}' END
  END AS next
FROM place;
-- batch, all or nothing

-- 3. put the new column data of table orders in the place of the old one (alter table:orders)
-- must find nothing: a trigger of table orders fires after the one that copies column data, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.orders')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_data'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
DROP TRIGGER zz_schema_sync_copy_data ON public.orders;
DROP FUNCTION public.schema_sync_copy_orders_data();
ALTER TABLE public.orders DROP COLUMN data;
ALTER TABLE public.orders RENAME COLUMN schema_sync_new_data TO data;

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column data of table orders (alter table:orders)
--    ! data-loss, converts-values: changes orders.data from json to jsonb, which keeps no order of keys in stored values, no key that comes twice and no blanks, and fails where one holds \u0000 or a number that is too large [irreversible]
--    ! blocks-reads, rewrites-table: writes table orders again, because orders.data becomes jsonb; nobody reads or writes it meanwhile
ALTER TABLE public.orders ALTER COLUMN data TYPE jsonb USING data::jsonb;
