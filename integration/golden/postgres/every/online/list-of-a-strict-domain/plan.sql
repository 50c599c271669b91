-- alter table:t
--   change-type columns.names.type: character varying[] → public.short[]

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column names of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.names becomes public.short[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN names TYPE public.short[] USING names::public.short[];

-- ==== down ====
-- batch, all or nothing

-- 1. begin to copy column names of table t to a new one of type character varying[] (alter table:t)
-- must find nothing: something stands on column names of table t that cannot be put on another one
SELECT d.classid::pg_catalog.regclass::text AS kind, pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS what
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
WHERE a.attrelid = pg_catalog.to_regclass('public.t') AND a.attname = 'names' AND d.deptype = 'n'
  AND d.classid NOT IN ('pg_catalog.pg_constraint'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
UNION ALL
SELECT 'pg_class', 'the index ' || i.indexrelid::pg_catalog.regclass::text || ', by which rows are told apart in replication or sorted'
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_index i ON i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey) AND (i.indisreplident OR i.indisclustered)
WHERE a.attrelid = pg_catalog.to_regclass('public.t') AND a.attname = 'names';
-- must find nothing: a trigger of table t fires after the one that copies column names, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.t')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_names'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
ALTER TABLE public.t ADD COLUMN schema_sync_new_names character varying[];
CREATE FUNCTION public.schema_sync_copy_t_names() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW.schema_sync_new_names := NEW.names::character varying[];
  RETURN NEW;
END
';
CREATE TRIGGER zz_schema_sync_copy_names BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.schema_sync_copy_t_names();
ALTER TABLE public.t ENABLE ALWAYS TRIGGER zz_schema_sync_copy_names;
-- batch

-- 2. copy column names of table t to the new one (alter table:t)
-- again and again, each round by itself:
WITH RECURSIVE tree AS (
  SELECT to_regclass('public.t')::oid AS oid
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
  UPDATE public.t
  SET schema_sync_new_names = names::character varying[]
  WHERE ctid = ANY (ARRAY(
    SELECT format('(%s,%s)', page, item)::tid
    FROM place,
      generate_series(place.block, least(place.block + step, place.last) - 1) AS page,
      generate_series(1, current_setting('block_size')::bigint / 28) AS item
  )) AND schema_sync_new_names IS NULL AND names IS NOT NULL AND (names::character varying[]) IS NOT NULL
  RETURNING schema_sync_new_names AS value
), rest AS (
  UPDATE public.t
  SET schema_sync_new_names = names::character varying[]
  WHERE ($1::json ->> 'rest') IS NOT NULL AND schema_sync_new_names IS NULL AND names IS NOT NULL AND (names::character varying[]) IS NOT NULL
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
    WHEN wrote AND (SELECT count(*) FROM (SELECT FROM public.t WHERE schema_sync_new_names IS NULL AND names IS NOT NULL AND (names::character varying[]) IS NOT NULL LIMIT 1001) AS missed) > 1000
    THEN json_build_object('anew', anew)::text
    WHEN EXISTS (SELECT FROM public.t WHERE schema_sync_new_names IS NULL AND names IS NOT NULL AND (names::character varying[]) IS NOT NULL)
    THEN CASE WHEN anew < 3 THEN json_build_object('anew', anew + 1)::text ELSE '{"rest": true}' END
  END AS next
FROM place;
-- batch, all or nothing

-- 3. put the new column names of table t in the place of the old one (alter table:t)
-- must find nothing: a trigger of table t fires after the one that copies column names, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.t')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_names'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
DROP TRIGGER zz_schema_sync_copy_names ON public.t;
DROP FUNCTION public.schema_sync_copy_t_names();
ALTER TABLE public.t DROP COLUMN names;
ALTER TABLE public.t RENAME COLUMN schema_sync_new_names TO names;
