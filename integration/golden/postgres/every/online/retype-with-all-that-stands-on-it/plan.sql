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
  SET schema_sync_new_total = total::bigint
  WHERE ctid = ANY (ARRAY(
    SELECT format('(%s,%s)', page, item)::tid
    FROM place,
      generate_series(place.block, least(place.block + step, place.last) - 1) AS page,
      generate_series(1, current_setting('block_size')::bigint / 28) AS item
  )) AND schema_sync_new_total IS NULL AND total IS NOT NULL AND (total::bigint) IS NOT NULL
  RETURNING schema_sync_new_total AS value
), rest AS (
  UPDATE public.orders
  SET schema_sync_new_total = total::bigint
  WHERE ($1::json ->> 'rest') IS NOT NULL AND schema_sync_new_total IS NULL AND total IS NOT NULL AND (total::bigint) IS NOT NULL
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
    WHEN wrote AND (SELECT count(*) FROM (SELECT FROM public.orders WHERE schema_sync_new_total IS NULL AND total IS NOT NULL AND (total::bigint) IS NOT NULL LIMIT 1001) AS missed) > 1000
    THEN json_build_object('anew', anew)::text
    WHEN EXISTS (SELECT FROM public.orders WHERE schema_sync_new_total IS NULL AND total IS NOT NULL AND (total::bigint) IS NOT NULL)
    THEN CASE WHEN anew < 3 THEN json_build_object('anew', anew + 1)::text ELSE '{"rest": true}' END
  END AS next
FROM place;
-- batch

-- 3. look for nulls in the new column total of table orders (alter table:orders)
ALTER TABLE public.orders ADD CONSTRAINT schema_sync_not_null_schema_sync_new_total CHECK (schema_sync_new_total IS NOT NULL) NOT VALID;
ALTER TABLE public.orders VALIDATE CONSTRAINT schema_sync_not_null_schema_sync_new_total;
-- removes what a failure leaves behind: ALTER TABLE public.orders DROP CONSTRAINT schema_sync_not_null_schema_sync_new_total;
-- batch

-- 4. add foreign key known to the new column total of table orders (alter table:orders)
ALTER TABLE public.orders ADD CONSTRAINT schema_sync_new_known FOREIGN KEY (schema_sync_new_total) REFERENCES public.sums(total) NOT VALID;
ALTER TABLE public.orders VALIDATE CONSTRAINT schema_sync_new_known;
-- removes what a failure leaves behind: ALTER TABLE public.orders DROP CONSTRAINT schema_sync_new_known;
-- batch

-- 5. add check later to the new column total of table orders (alter table:orders)
ALTER TABLE public.orders ADD CONSTRAINT schema_sync_new_later CHECK ((schema_sync_new_total < (id * 1000))) NOT VALID;
ALTER TABLE public.orders VALIDATE CONSTRAINT schema_sync_new_later;
-- removes what a failure leaves behind: ALTER TABLE public.orders DROP CONSTRAINT schema_sync_new_later;
-- batch

-- 6. add check positive to the new column total of table orders (alter table:orders)
ALTER TABLE public.orders ADD CONSTRAINT schema_sync_new_positive CHECK ((schema_sync_new_total > 0)) NOT VALID;
ALTER TABLE public.orders VALIDATE CONSTRAINT schema_sync_new_positive;
-- removes what a failure leaves behind: ALTER TABLE public.orders DROP CONSTRAINT schema_sync_new_positive;
-- batch, postgres/lock_timeout = 0

-- 7. build index by_total of table orders over the new column total (alter table:orders)
CREATE INDEX CONCURRENTLY schema_sync_new_by_total ON public.orders USING btree (((schema_sync_new_total + 1)), note) INCLUDE (schema_sync_new_total);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_by_total;
-- batch, postgres/lock_timeout = 0

-- 8. build index once of table orders over the new column total (alter table:orders)
CREATE UNIQUE INDEX CONCURRENTLY schema_sync_new_once ON public.orders (schema_sync_new_total, id) INCLUDE (note);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_once;
-- batch, all or nothing

-- 9. put the new column total of table orders in the place of the old one (alter table:orders)
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
ALTER TABLE public.orders ALTER COLUMN total SET NOT NULL;
ALTER TABLE public.orders DROP CONSTRAINT schema_sync_not_null_schema_sync_new_total;
ALTER TABLE public.orders ALTER COLUMN total SET DEFAULT 7;
ALTER TABLE public.orders ADD CONSTRAINT once UNIQUE USING INDEX schema_sync_new_once DEFERRABLE;
ALTER INDEX public.schema_sync_new_by_total RENAME TO by_total;
ALTER TABLE public.orders RENAME CONSTRAINT schema_sync_new_known TO known;
ALTER TABLE public.orders RENAME CONSTRAINT schema_sync_new_later TO later;
ALTER TABLE public.orders RENAME CONSTRAINT schema_sync_new_positive TO positive;
COMMENT ON COLUMN public.orders.total IS 'the sum';
COMMENT ON INDEX public.by_total IS 'sums';

-- The way down does not bring back:
--   alter table:orders: puts column total behind the others of table orders: INSERT and COPY without a list of columns, and rows read by position, take another one for it from then on

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column total of table orders (alter table:orders)
--    ! blocks-reads, scans-table: reads all of table orders for values of total that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table orders again, because orders.total becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.orders ALTER COLUMN total DROP DEFAULT;
ALTER TABLE public.orders ALTER COLUMN total TYPE integer USING total::integer;
ALTER TABLE public.orders ALTER COLUMN total SET DEFAULT 7;
