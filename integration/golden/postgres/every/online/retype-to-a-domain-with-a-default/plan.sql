-- alter table:t
--   change-type columns.a.type: integer → public.level

-- ==== up ====
-- batch, all or nothing

-- 1. begin to copy column a of table t to a new one of type public.level (alter table:t)
-- must find nothing: something stands on column a of table t that cannot be put on another one
SELECT d.classid::pg_catalog.regclass::text AS kind, pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS what
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
WHERE a.attrelid = pg_catalog.to_regclass('public.t') AND a.attname = 'a' AND d.deptype = 'n'
  AND d.classid NOT IN ('pg_catalog.pg_constraint'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
UNION ALL
SELECT 'pg_class', 'the index ' || i.indexrelid::pg_catalog.regclass::text || ', by which rows are told apart in replication or sorted'
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_index i ON i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey) AND (i.indisreplident OR i.indisclustered)
WHERE a.attrelid = pg_catalog.to_regclass('public.t') AND a.attname = 'a';
-- must find nothing: a trigger of table t fires after the one that copies column a, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.t')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_a'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
ALTER TABLE public.t ADD COLUMN schema_sync_new_a public.level DEFAULT NULL;
ALTER TABLE public.t ALTER COLUMN schema_sync_new_a DROP DEFAULT;
CREATE FUNCTION public.schema_sync_copy_t_a() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW.schema_sync_new_a := NEW.a::public.level;
  RETURN NEW;
END
';
CREATE TRIGGER zz_schema_sync_copy_a BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.schema_sync_copy_t_a();
ALTER TABLE public.t ENABLE ALWAYS TRIGGER zz_schema_sync_copy_a;
-- batch

-- 2. copy column a of table t to the new one (alter table:t)
-- again and again, each round by itself:
WITH batch AS (
  SELECT id
  FROM public.t
  WHERE $1::json IS NULL OR id > ($1::json ->> 0)::integer
  ORDER BY id
  LIMIT 1000
), last AS (
  SELECT id
  FROM batch
  ORDER BY id DESC
  LIMIT 1
), filled AS (
  UPDATE public.t
  SET schema_sync_new_a = a::public.level
  WHERE ($1::json IS NULL OR id > ($1::json ->> 0)::integer)
    AND id <= (SELECT id FROM last)
    AND schema_sync_new_a IS NULL AND a IS NOT NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) AS done,
  (SELECT json_build_array(id::text)::text FROM last) AS next;
-- batch, all or nothing

-- 3. put the new column a of table t in the place of the old one (alter table:t)
-- must find nothing: a trigger of table t fires after the one that copies column a, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.t')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_a'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
DROP TRIGGER zz_schema_sync_copy_a ON public.t;
DROP FUNCTION public.schema_sync_copy_t_a();
ALTER TABLE public.t DROP COLUMN a;
ALTER TABLE public.t RENAME COLUMN schema_sync_new_a TO a;

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
