-- alter table:Order Ö
--   change-type columns.id.type: integer → bigint

-- ==== up ====
-- batch, all or nothing

-- 1. begin to copy column id of table Order Ö to a new one of type bigint (alter table:Order Ö)
-- must find nothing: something stands on column id of table Order Ö that cannot be put on another one
SELECT d.classid::pg_catalog.regclass::text AS kind, pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS what
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
WHERE a.attrelid = pg_catalog.to_regclass('public."Order Ö"') AND a.attname = 'id' AND d.deptype = 'n'
  AND d.classid NOT IN ('pg_catalog.pg_constraint'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
UNION ALL
SELECT 'pg_class', 'the index ' || i.indexrelid::pg_catalog.regclass::text || ', by which rows are told apart in replication or sorted'
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_index i ON i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey) AND (i.indisreplident OR i.indisclustered)
WHERE a.attrelid = pg_catalog.to_regclass('public."Order Ö"') AND a.attname = 'id';
-- must find nothing: a trigger of table Order Ö fires after the one that copies column id, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public."Order Ö"')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_id'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
ALTER TABLE public."Order Ö" ADD COLUMN schema_sync_new_id bigint;
CREATE FUNCTION public."schema_sync_copy_Order Ö_id"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW.schema_sync_new_id := NEW.id::bigint;
  RETURN NEW;
END
';
CREATE TRIGGER zz_schema_sync_copy_id BEFORE INSERT OR UPDATE ON public."Order Ö" FOR EACH ROW EXECUTE FUNCTION public."schema_sync_copy_Order Ö_id"();
ALTER TABLE public."Order Ö" ENABLE ALWAYS TRIGGER zz_schema_sync_copy_id;
-- batch

-- 2. copy column id of table Order Ö to the new one (alter table:Order Ö)
-- again and again, each round by itself:
WITH batch AS (
  SELECT id
  FROM public."Order Ö"
  WHERE $1::json IS NULL OR id > ($1::json ->> 0)::integer
  ORDER BY id
  LIMIT 1000
), last AS (
  SELECT id
  FROM batch
  ORDER BY id DESC
  LIMIT 1
), filled AS (
  UPDATE public."Order Ö"
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

-- 3. look for nulls in the new column id of table Order Ö (alter table:Order Ö)
ALTER TABLE public."Order Ö" ADD CONSTRAINT schema_sync_not_null_schema_sync_new_id CHECK (schema_sync_new_id IS NOT NULL) NOT VALID;
ALTER TABLE public."Order Ö" VALIDATE CONSTRAINT schema_sync_not_null_schema_sync_new_id;
-- removes what a failure leaves behind: ALTER TABLE public."Order Ö" DROP CONSTRAINT schema_sync_not_null_schema_sync_new_id;
-- batch, postgres/lock_timeout = 0

-- 4. build index by_both of table Order Ö over the new column id (alter table:Order Ö)
CREATE UNIQUE INDEX CONCURRENTLY schema_sync_new_by_both ON public."Order Ö" USING btree (code, schema_sync_new_id DESC) WHERE (schema_sync_new_id > 0);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_by_both;
-- batch, postgres/lock_timeout = 0

-- 5. build index Order Ö_pkey of table Order Ö over the new column id (alter table:Order Ö)
CREATE UNIQUE INDEX CONCURRENTLY "schema_sync_new_Order Ö_pkey" ON public."Order Ö" (schema_sync_new_id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public."schema_sync_new_Order Ö_pkey";
-- batch, all or nothing

-- 6. put the new column id of table Order Ö in the place of the old one (alter table:Order Ö)
--    ! correctness, moves-column: puts column id behind the others of table Order Ö: INSERT and COPY without a list of columns, and rows read by position, take another one for it from then on [irreversible]
-- must find nothing: a trigger of table Order Ö fires after the one that copies column id, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public."Order Ö"')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_id'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
ALTER TABLE public.line DROP CONSTRAINT line_order;
ALTER TABLE public."Order Ö" DROP CONSTRAINT parent;
DROP TRIGGER zz_schema_sync_copy_id ON public."Order Ö";
DROP FUNCTION public."schema_sync_copy_Order Ö_id"();
ALTER SEQUENCE public."Order Ö_id_seq" OWNED BY public."Order Ö".schema_sync_new_id;
ALTER TABLE public."Order Ö" DROP COLUMN id;
ALTER TABLE public."Order Ö" RENAME COLUMN schema_sync_new_id TO id;
ALTER TABLE public."Order Ö" ALTER COLUMN id SET NOT NULL;
ALTER TABLE public."Order Ö" DROP CONSTRAINT schema_sync_not_null_schema_sync_new_id;
ALTER TABLE public."Order Ö" ALTER COLUMN id SET DEFAULT nextval('public."Order Ö_id_seq"'::regclass);
ALTER TABLE public."Order Ö" ADD CONSTRAINT "Order Ö_pkey" PRIMARY KEY USING INDEX "schema_sync_new_Order Ö_pkey";
ALTER INDEX public.schema_sync_new_by_both RENAME TO by_both;
ALTER TABLE public.line ADD CONSTRAINT line_order FOREIGN KEY ("order") REFERENCES public."Order Ö"(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE public."Order Ö" ADD CONSTRAINT parent FOREIGN KEY (parent) REFERENCES public."Order Ö"(id) NOT VALID;
-- batch, all or nothing

-- 7. validate foreign key line_order of table line (alter table:Order Ö)
ALTER TABLE public.line VALIDATE CONSTRAINT line_order;
-- batch, all or nothing

-- 8. validate foreign key parent of table Order Ö (alter table:Order Ö)
ALTER TABLE public."Order Ö" VALIDATE CONSTRAINT parent;

-- The way down does not bring back:
--   alter table:Order Ö: puts column id behind the others of table Order Ö: INSERT and COPY without a list of columns, and rows read by position, take another one for it from then on

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column id of table Order Ö (alter table:Order Ö)
--    ! blocks-reads, scans-table: reads all of table Order Ö for values of id that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table Order Ö again, because Order Ö.id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public."Order Ö" ALTER COLUMN id DROP DEFAULT;
ALTER TABLE public."Order Ö" ALTER COLUMN id TYPE integer USING id::integer;
ALTER TABLE public."Order Ö" ALTER COLUMN id SET DEFAULT nextval('public."Order Ö_id_seq"'::regclass);
