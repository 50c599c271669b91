-- replace index:t_a: an index cannot be altered
-- replace postgres/constraint:t.once: a constraint cannot be altered
-- replace postgres/constraint:t.positive: a constraint cannot be altered
-- replace postgres/constraint:t.t_owner_fkey: a constraint cannot be altered
-- alter table:r
--   change-type columns.id.type: integer → bigint
-- alter table:t
--   change-type columns.a.type: integer → bigint
--   change-type columns.owner.type: integer → bigint

-- ==== up ====
-- batch, all or nothing

-- 1. begin to copy column id of table r to a new one of type bigint (alter table:r)
-- must find nothing: something stands on column id of table r that cannot be put on another one
SELECT d.classid::pg_catalog.regclass::text AS kind, pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS what
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
WHERE a.attrelid = pg_catalog.to_regclass('public.r') AND a.attname = 'id' AND d.deptype = 'n'
  AND d.classid NOT IN ('pg_catalog.pg_constraint'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
UNION ALL
SELECT 'pg_class', 'the index ' || i.indexrelid::pg_catalog.regclass::text || ', by which rows are told apart in replication or sorted'
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_index i ON i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey) AND (i.indisreplident OR i.indisclustered)
WHERE a.attrelid = pg_catalog.to_regclass('public.r') AND a.attname = 'id';
-- must find nothing: a trigger of table r fires after the one that copies column id, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.r')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_id'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
ALTER TABLE public.r ADD COLUMN schema_sync_new_id bigint;
CREATE FUNCTION public.schema_sync_copy_r_id() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW.schema_sync_new_id := NEW.id::bigint;
  RETURN NEW;
END
';
CREATE TRIGGER zz_schema_sync_copy_id BEFORE INSERT OR UPDATE ON public.r FOR EACH ROW EXECUTE FUNCTION public.schema_sync_copy_r_id();
ALTER TABLE public.r ENABLE ALWAYS TRIGGER zz_schema_sync_copy_id;
-- batch

-- 2. copy column id of table r to the new one (alter table:r)
-- again and again, each round by itself:
WITH batch AS (
  SELECT id
  FROM public.r
  WHERE $1::json IS NULL OR id > ($1::json ->> 0)::integer
  ORDER BY id
  LIMIT 1000
), last AS (
  SELECT id
  FROM batch
  ORDER BY id DESC
  LIMIT 1
), filled AS (
  UPDATE public.r
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

-- 3. look for nulls in the new column id of table r (alter table:r)
ALTER TABLE public.r ADD CONSTRAINT schema_sync_not_null_schema_sync_new_id CHECK (schema_sync_new_id IS NOT NULL) NOT VALID;
ALTER TABLE public.r VALIDATE CONSTRAINT schema_sync_not_null_schema_sync_new_id;
-- removes what a failure leaves behind: ALTER TABLE public.r DROP CONSTRAINT schema_sync_not_null_schema_sync_new_id;
-- batch, postgres/lock_timeout = 0

-- 4. build index r_pkey of table r over the new column id (alter table:r)
CREATE UNIQUE INDEX CONCURRENTLY schema_sync_new_r_pkey ON public.r (schema_sync_new_id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_r_pkey;
-- batch, all or nothing

-- 5. begin to copy column a of table t to a new one of type bigint (alter table:t)
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
ALTER TABLE public.t ADD COLUMN schema_sync_new_a bigint;
CREATE FUNCTION public.schema_sync_copy_t_a() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW.schema_sync_new_a := NEW.a::bigint;
  RETURN NEW;
END
';
CREATE TRIGGER zz_schema_sync_copy_a BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.schema_sync_copy_t_a();
ALTER TABLE public.t ENABLE ALWAYS TRIGGER zz_schema_sync_copy_a;
-- batch

-- 6. copy column a of table t to the new one (alter table:t)
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
  SET schema_sync_new_a = a::bigint
  WHERE ($1::json IS NULL OR id > ($1::json ->> 0)::integer)
    AND id <= (SELECT id FROM last)
    AND schema_sync_new_a IS NULL AND a IS NOT NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) AS done,
  (SELECT json_build_array(id::text)::text FROM last) AS next;
-- batch, all or nothing

-- 7. begin to copy column owner of table t to a new one of type bigint (alter table:t)
-- must find nothing: something stands on column owner of table t that cannot be put on another one
SELECT d.classid::pg_catalog.regclass::text AS kind, pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS what
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
WHERE a.attrelid = pg_catalog.to_regclass('public.t') AND a.attname = 'owner' AND d.deptype = 'n'
  AND d.classid NOT IN ('pg_catalog.pg_constraint'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
UNION ALL
SELECT 'pg_class', 'the index ' || i.indexrelid::pg_catalog.regclass::text || ', by which rows are told apart in replication or sorted'
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_index i ON i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey) AND (i.indisreplident OR i.indisclustered)
WHERE a.attrelid = pg_catalog.to_regclass('public.t') AND a.attname = 'owner';
-- must find nothing: a trigger of table t fires after the one that copies column owner, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.t')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_owner'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
ALTER TABLE public.t ADD COLUMN schema_sync_new_owner bigint;
CREATE FUNCTION public.schema_sync_copy_t_owner() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW.schema_sync_new_owner := NEW.owner::bigint;
  RETURN NEW;
END
';
CREATE TRIGGER zz_schema_sync_copy_owner BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.schema_sync_copy_t_owner();
ALTER TABLE public.t ENABLE ALWAYS TRIGGER zz_schema_sync_copy_owner;
-- batch

-- 8. copy column owner of table t to the new one (alter table:t)
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
  SET schema_sync_new_owner = owner::bigint
  WHERE ($1::json IS NULL OR id > ($1::json ->> 0)::integer)
    AND id <= (SELECT id FROM last)
    AND schema_sync_new_owner IS NULL AND owner IS NOT NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) AS done,
  (SELECT json_build_array(id::text)::text FROM last) AS next;
-- batch, postgres/lock_timeout = 0

-- 9. drop index t_a (replace index:t_a)
--    ! slow, gone-meanwhile: index t_a is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP INDEX CONCURRENTLY public.t_a;
-- batch, all or nothing

-- 10. drop unique once of table t (replace postgres/constraint:t.once)
--    ! correctness, gone-meanwhile: constraint once is gone from here until a later step brings it back, and others see that: the two do not commit together
ALTER TABLE public.t DROP CONSTRAINT once;

-- 11. drop check positive of table t (replace postgres/constraint:t.positive)
ALTER TABLE public.t DROP CONSTRAINT positive;

-- 12. drop foreign key t_owner_fkey of table t (replace postgres/constraint:t.t_owner_fkey)
ALTER TABLE public.t DROP CONSTRAINT t_owner_fkey;

-- 13. put the new column id of table r in the place of the old one (alter table:r)
-- must find nothing: a trigger of table r fires after the one that copies column id, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.r')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_id'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
DROP TRIGGER zz_schema_sync_copy_id ON public.r;
DROP FUNCTION public.schema_sync_copy_r_id();
ALTER TABLE public.r DROP COLUMN id;
ALTER TABLE public.r RENAME COLUMN schema_sync_new_id TO id;
ALTER TABLE public.r ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.r DROP CONSTRAINT schema_sync_not_null_schema_sync_new_id;
ALTER TABLE public.r ADD CONSTRAINT r_pkey PRIMARY KEY USING INDEX schema_sync_new_r_pkey;

-- 14. put the new column a of table t in the place of the old one (alter table:t)
--    ! correctness, moves-column: puts column a behind the others of table t: INSERT and COPY without a list of columns, and rows read by position, take another one for it from then on [irreversible]
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

-- 15. put the new column owner of table t in the place of the old one (alter table:t)
-- must find nothing: a trigger of table t fires after the one that copies column owner, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.t')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_owner'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
DROP TRIGGER zz_schema_sync_copy_owner ON public.t;
DROP FUNCTION public.schema_sync_copy_t_owner();
ALTER TABLE public.t DROP COLUMN owner;
ALTER TABLE public.t RENAME COLUMN schema_sync_new_owner TO owner;

-- 16. add check positive to table t (replace postgres/constraint:t.positive)
ALTER TABLE public.t ADD CONSTRAINT positive CHECK ((a > '-1'::integer)) NOT VALID;

-- 17. add foreign key t_owner_fkey to table t (replace postgres/constraint:t.t_owner_fkey)
ALTER TABLE public.t ADD CONSTRAINT t_owner_fkey FOREIGN KEY (owner) REFERENCES public.r(id) ON DELETE CASCADE NOT VALID;
-- batch, postgres/lock_timeout = 0

-- 18. create index t_a (replace index:t_a)
CREATE INDEX CONCURRENTLY t_a ON public.t USING btree (a, b);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.t_a;
-- batch, postgres/lock_timeout = 0

-- 19. build the index to add unique once to table t (replace postgres/constraint:t.once)
CREATE UNIQUE INDEX CONCURRENTLY once ON public.t (a, b);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.once;
-- batch, all or nothing

-- 20. add unique once to table t (replace postgres/constraint:t.once)
--    ! correctness, ends-guarantee: drops the unique once of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t ADD CONSTRAINT once UNIQUE USING INDEX once;
-- batch, all or nothing

-- 21. validate check positive of table t (replace postgres/constraint:t.positive)
ALTER TABLE public.t VALIDATE CONSTRAINT positive;
-- batch, all or nothing

-- 22. validate foreign key t_owner_fkey of table t (replace postgres/constraint:t.t_owner_fkey)
ALTER TABLE public.t VALIDATE CONSTRAINT t_owner_fkey;

-- The way down does not bring back:
--   alter table:t: puts column a behind the others of table t: INSERT and COPY without a list of columns, and rows read by position, take another one for it from then on

-- ==== down ====
-- batch, postgres/lock_timeout = 0

-- 1. drop index t_a (replace index:t_a)
--    ! slow, gone-meanwhile: index t_a is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP INDEX CONCURRENTLY public.t_a;
-- batch, all or nothing

-- 2. drop unique once of table t (replace postgres/constraint:t.once)
--    ! correctness, gone-meanwhile: constraint once is gone from here until a later step brings it back, and others see that: the two do not commit together
ALTER TABLE public.t DROP CONSTRAINT once;

-- 3. drop check positive of table t (replace postgres/constraint:t.positive)
ALTER TABLE public.t DROP CONSTRAINT positive;

-- 4. drop foreign key t_owner_fkey of table t (replace postgres/constraint:t.t_owner_fkey)
ALTER TABLE public.t DROP CONSTRAINT t_owner_fkey;

-- 5. change the type of column id of table r (alter table:r)
--    ! blocks-reads, scans-table: reads all of table r for values of id that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table r again, because r.id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.r ALTER COLUMN id TYPE integer USING id::integer;

-- 6. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 7. change the type of column owner of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of owner that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.owner becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN owner TYPE integer USING owner::integer;

-- 8. add check positive to table t (replace postgres/constraint:t.positive)
ALTER TABLE public.t ADD CONSTRAINT positive CHECK ((a > 0)) NOT VALID;

-- 9. add foreign key t_owner_fkey to table t (replace postgres/constraint:t.t_owner_fkey)
ALTER TABLE public.t ADD CONSTRAINT t_owner_fkey FOREIGN KEY (owner) REFERENCES public.r(id) NOT VALID;
-- batch, postgres/lock_timeout = 0

-- 10. create index t_a (replace index:t_a)
CREATE INDEX CONCURRENTLY t_a ON public.t USING btree (a);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.t_a;
-- batch, postgres/lock_timeout = 0

-- 11. build the index to add unique once to table t (replace postgres/constraint:t.once)
CREATE UNIQUE INDEX CONCURRENTLY once ON public.t (a);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.once;
-- batch, all or nothing

-- 12. add unique once to table t (replace postgres/constraint:t.once)
ALTER TABLE public.t ADD CONSTRAINT once UNIQUE USING INDEX once;
-- batch, all or nothing

-- 13. validate check positive of table t (replace postgres/constraint:t.positive)
ALTER TABLE public.t VALIDATE CONSTRAINT positive;
-- batch, all or nothing

-- 14. validate foreign key t_owner_fkey of table t (replace postgres/constraint:t.t_owner_fkey)
ALTER TABLE public.t VALIDATE CONSTRAINT t_owner_fkey;
