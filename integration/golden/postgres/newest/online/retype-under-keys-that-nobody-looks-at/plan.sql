-- alter table:t
--   change-type columns.id.type: integer → bigint
--   change-type columns.k.type: integer → bigint
--   change-type columns.m.type: integer → bigint

-- ==== up ====
-- batch, all or nothing

-- 1. begin to copy column id of table t to a new one of type bigint (alter table:t)
-- must find nothing: something stands on column id of table t that cannot be put on another one
SELECT d.classid::pg_catalog.regclass::text AS kind, pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS what
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
WHERE a.attrelid = pg_catalog.to_regclass('public.t') AND a.attname = 'id' AND d.deptype = 'n'
  AND d.classid NOT IN ('pg_catalog.pg_constraint'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
UNION ALL
SELECT 'pg_class', 'the index ' || i.indexrelid::pg_catalog.regclass::text || ', by which rows are told apart in replication or sorted'
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_index i ON i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey) AND (i.indisreplident OR i.indisclustered)
WHERE a.attrelid = pg_catalog.to_regclass('public.t') AND a.attname = 'id';
-- must find nothing: a trigger of table t fires after the one that copies column id, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.t')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_id'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
ALTER TABLE public.t ADD COLUMN schema_sync_new_id bigint;
CREATE FUNCTION public.schema_sync_copy_t_id() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW.schema_sync_new_id := NEW.id::bigint;
  RETURN NEW;
END
';
CREATE TRIGGER zz_schema_sync_copy_id BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.schema_sync_copy_t_id();
ALTER TABLE public.t ENABLE ALWAYS TRIGGER zz_schema_sync_copy_id;
-- batch

-- 2. copy column id of table t to the new one (alter table:t)
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

-- 3. look for nulls in the new column id of table t (alter table:t)
ALTER TABLE public.t ADD CONSTRAINT schema_sync_not_null_schema_sync_new_id CHECK (schema_sync_new_id IS NOT NULL) NOT VALID;
ALTER TABLE public.t VALIDATE CONSTRAINT schema_sync_not_null_schema_sync_new_id;
-- removes what a failure leaves behind: ALTER TABLE public.t DROP CONSTRAINT schema_sync_not_null_schema_sync_new_id;
-- batch, postgres/lock_timeout = 0

-- 4. build index t_pkey of table t over the new column id (alter table:t)
CREATE UNIQUE INDEX CONCURRENTLY schema_sync_new_t_pkey ON public.t (schema_sync_new_id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_t_pkey;
-- batch, all or nothing

-- 5. put the new column id of table t in the place of the old one (alter table:t)
--    ! correctness, moves-column: puts column id behind the others of table t: INSERT and COPY without a list of columns, and rows read by position, take another one for it from then on [irreversible]
-- must find nothing: a trigger of table t fires after the one that copies column id, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.t')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_id'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
ALTER TABLE public.child DROP CONSTRAINT child_t;
DROP TRIGGER zz_schema_sync_copy_id ON public.t;
DROP FUNCTION public.schema_sync_copy_t_id();
ALTER TABLE public.t DROP COLUMN id;
ALTER TABLE public.t RENAME COLUMN schema_sync_new_id TO id;
ALTER TABLE public.t ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT schema_sync_not_null_schema_sync_new_id;
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX schema_sync_new_t_pkey;
ALTER TABLE public.child ADD CONSTRAINT child_t FOREIGN KEY (t) REFERENCES public.t(id) NOT ENFORCED NOT VALID;
-- batch, all or nothing

-- 6. begin to copy column k of table t to a new one of type bigint (alter table:t)
-- must find nothing: something stands on column k of table t that cannot be put on another one
SELECT d.classid::pg_catalog.regclass::text AS kind, pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS what
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
WHERE a.attrelid = pg_catalog.to_regclass('public.t') AND a.attname = 'k' AND d.deptype = 'n'
  AND d.classid NOT IN ('pg_catalog.pg_constraint'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
UNION ALL
SELECT 'pg_class', 'the index ' || i.indexrelid::pg_catalog.regclass::text || ', by which rows are told apart in replication or sorted'
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_index i ON i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey) AND (i.indisreplident OR i.indisclustered)
WHERE a.attrelid = pg_catalog.to_regclass('public.t') AND a.attname = 'k';
-- must find nothing: a trigger of table t fires after the one that copies column k, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.t')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_k'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
ALTER TABLE public.t ADD COLUMN schema_sync_new_k bigint;
CREATE FUNCTION public.schema_sync_copy_t_k() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW.schema_sync_new_k := NEW.k::bigint;
  RETURN NEW;
END
';
CREATE TRIGGER zz_schema_sync_copy_k BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.schema_sync_copy_t_k();
ALTER TABLE public.t ENABLE ALWAYS TRIGGER zz_schema_sync_copy_k;
-- batch

-- 7. copy column k of table t to the new one (alter table:t)
-- again and again, each round by itself:
WITH batch AS (
  SELECT id
  FROM public.t
  WHERE $1::json IS NULL OR id > ($1::json ->> 0)::bigint
  ORDER BY id
  LIMIT 1000
), last AS (
  SELECT id
  FROM batch
  ORDER BY id DESC
  LIMIT 1
), filled AS (
  UPDATE public.t
  SET schema_sync_new_k = k::bigint
  WHERE ($1::json IS NULL OR id > ($1::json ->> 0)::bigint)
    AND id <= (SELECT id FROM last)
    AND schema_sync_new_k IS NULL AND k IS NOT NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) AS done,
  (SELECT json_build_array(id::text)::text FROM last) AS next;
-- batch, all or nothing

-- 8. put the new column k of table t in the place of the old one (alter table:t)
--    ! correctness, moves-column: puts column k behind the others of table t: INSERT and COPY without a list of columns, and rows read by position, take another one for it from then on [irreversible]
-- must find nothing: a trigger of table t fires after the one that copies column k, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.t')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_k'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
DROP TRIGGER zz_schema_sync_copy_k ON public.t;
DROP FUNCTION public.schema_sync_copy_t_k();
ALTER TABLE public.t DROP COLUMN k;
ALTER TABLE public.t RENAME COLUMN schema_sync_new_k TO k;
ALTER TABLE public.t ADD CONSTRAINT "k Ö" FOREIGN KEY (k) REFERENCES public."r Ö"(id) NOT ENFORCED NOT VALID;
ALTER TABLE public.t ADD CONSTRAINT positive CHECK ((k > 0)) NOT ENFORCED NOT VALID;
-- batch, all or nothing

-- 9. begin to copy column m of table t to a new one of type bigint (alter table:t)
-- must find nothing: something stands on column m of table t that cannot be put on another one
SELECT d.classid::pg_catalog.regclass::text AS kind, pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS what
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
WHERE a.attrelid = pg_catalog.to_regclass('public.t') AND a.attname = 'm' AND d.deptype = 'n'
  AND d.classid NOT IN ('pg_catalog.pg_constraint'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
UNION ALL
SELECT 'pg_class', 'the index ' || i.indexrelid::pg_catalog.regclass::text || ', by which rows are told apart in replication or sorted'
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_index i ON i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey) AND (i.indisreplident OR i.indisclustered)
WHERE a.attrelid = pg_catalog.to_regclass('public.t') AND a.attname = 'm';
-- must find nothing: a trigger of table t fires after the one that copies column m, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.t')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_m'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
ALTER TABLE public.t ADD COLUMN schema_sync_new_m bigint;
CREATE FUNCTION public.schema_sync_copy_t_m() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW.schema_sync_new_m := NEW.m::bigint;
  RETURN NEW;
END
';
CREATE TRIGGER zz_schema_sync_copy_m BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.schema_sync_copy_t_m();
ALTER TABLE public.t ENABLE ALWAYS TRIGGER zz_schema_sync_copy_m;
-- batch

-- 10. copy column m of table t to the new one (alter table:t)
-- again and again, each round by itself:
WITH batch AS (
  SELECT id
  FROM public.t
  WHERE $1::json IS NULL OR id > ($1::json ->> 0)::bigint
  ORDER BY id
  LIMIT 1000
), last AS (
  SELECT id
  FROM batch
  ORDER BY id DESC
  LIMIT 1
), filled AS (
  UPDATE public.t
  SET schema_sync_new_m = m::bigint
  WHERE ($1::json IS NULL OR id > ($1::json ->> 0)::bigint)
    AND id <= (SELECT id FROM last)
    AND schema_sync_new_m IS NULL AND m IS NOT NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) AS done,
  (SELECT json_build_array(id::text)::text FROM last) AS next;
-- batch, all or nothing

-- 11. put the new column m of table t in the place of the old one (alter table:t)
-- must find nothing: a trigger of table t fires after the one that copies column m, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.t')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_m'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
DROP TRIGGER zz_schema_sync_copy_m ON public.t;
DROP FUNCTION public.schema_sync_copy_t_m();
ALTER TABLE public.t DROP COLUMN m;
ALTER TABLE public.t RENAME COLUMN schema_sync_new_m TO m;
ALTER TABLE public.t ADD CONSTRAINT unseen FOREIGN KEY (m) REFERENCES public."r Ö"(id) NOT VALID;

-- The way down does not bring back:
--   alter table:t: puts column id behind the others of table t: INSERT and COPY without a list of columns, and rows read by position, take another one for it from then on
--   alter table:t: puts column k behind the others of table t: INSERT and COPY without a list of columns, and rows read by position, take another one for it from then on

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column id of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of id that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;
-- batch, all or nothing

-- 2. change the type of column k of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of k that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.k becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN k TYPE integer USING k::integer;
-- batch, all or nothing

-- 3. change the type of column m of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of m that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.m becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN m TYPE integer USING m::integer;
