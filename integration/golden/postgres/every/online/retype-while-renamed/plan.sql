-- rename index:a_down from index:a_sorted
-- rename postgres/constraint:things.couple from postgres/constraint:old_things.pair
-- rename postgres/constraint:things.positive from postgres/constraint:old_things.low
-- rename postgres/constraint:things.things_above from postgres/constraint:old_things.c_above
-- rename postgres/constraint:things.things_pkey from postgres/constraint:old_things.old_things_pkey
-- rename table:things from table:old_things
-- alter table:things
--   change-type columns.a.type: integer → bigint
--   change-type columns.b.type: integer → bigint
--   change-type columns.c.type: integer → bigint
--   change-type columns.id.type: integer → bigint

-- ==== up ====
-- batch, all or nothing

-- 1. rename table old_things to things (rename table:things)
--    ! correctness, breaks-clients: renames table old_things to things: statements that still say old_things fail from then on
ALTER TABLE public.old_things RENAME TO things;
-- batch, all or nothing

-- 2. begin to copy column a of table things to a new one of type bigint (alter table:things)
-- must find nothing: something stands on column a of table things that cannot be put on another one
SELECT d.classid::pg_catalog.regclass::text AS kind, pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS what
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
WHERE a.attrelid = pg_catalog.to_regclass('public.things') AND a.attname = 'a' AND d.deptype = 'n'
  AND d.classid NOT IN ('pg_catalog.pg_constraint'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
UNION ALL
SELECT 'pg_class', 'the index ' || i.indexrelid::pg_catalog.regclass::text || ', by which rows are told apart in replication or sorted'
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_index i ON i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey) AND (i.indisreplident OR i.indisclustered)
WHERE a.attrelid = pg_catalog.to_regclass('public.things') AND a.attname = 'a';
-- must find nothing: a trigger of table things fires after the one that copies column a, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.things')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_a'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
ALTER TABLE public.things ADD COLUMN schema_sync_new_a bigint;
CREATE FUNCTION public.schema_sync_copy_things_a() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW.schema_sync_new_a := NEW.a::bigint;
  RETURN NEW;
END
';
CREATE TRIGGER zz_schema_sync_copy_a BEFORE INSERT OR UPDATE ON public.things FOR EACH ROW EXECUTE FUNCTION public.schema_sync_copy_things_a();
ALTER TABLE public.things ENABLE ALWAYS TRIGGER zz_schema_sync_copy_a;
-- batch

-- 3. copy column a of table things to the new one (alter table:things)
-- again and again, each round by itself:
WITH batch AS (
  SELECT id
  FROM public.things
  WHERE $1::json IS NULL OR id > ($1::json ->> 0)::bigint
  ORDER BY id
  LIMIT 1000
), last AS (
  SELECT id
  FROM batch
  ORDER BY id DESC
  LIMIT 1
), filled AS (
  UPDATE public.things
  SET schema_sync_new_a = a::bigint
  WHERE ($1::json IS NULL OR id > ($1::json ->> 0)::bigint)
    AND id <= (SELECT id FROM last)
    AND schema_sync_new_a IS NULL AND a IS NOT NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) AS done,
  (SELECT json_build_array(id::text)::text FROM last) AS next;
-- batch

-- 4. look for nulls in the new column a of table things (alter table:things)
ALTER TABLE public.things ADD CONSTRAINT schema_sync_not_null_schema_sync_new_a CHECK (schema_sync_new_a IS NOT NULL) NOT VALID;
ALTER TABLE public.things VALIDATE CONSTRAINT schema_sync_not_null_schema_sync_new_a;
-- removes what a failure leaves behind: ALTER TABLE public.things DROP CONSTRAINT schema_sync_not_null_schema_sync_new_a;
-- batch, postgres/lock_timeout = 0

-- 5. build index a_sorted of table things over the new column a (alter table:things)
CREATE INDEX CONCURRENTLY schema_sync_new_a_sorted ON public.things USING btree (schema_sync_new_a DESC);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_a_sorted;
-- batch, postgres/lock_timeout = 0

-- 6. build index pair of table things over the new column a (alter table:things)
CREATE UNIQUE INDEX CONCURRENTLY schema_sync_new_pair ON public.things (schema_sync_new_a, b);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_pair;
-- batch, all or nothing

-- 7. put the new column a of table things in the place of the old one (alter table:things)
--    ! correctness, moves-column: puts column a behind the others of table things: INSERT and COPY without a list of columns, and rows read by position, take another one for it from then on [irreversible]
-- must find nothing: a trigger of table things fires after the one that copies column a, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.things')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_a'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
DROP TRIGGER zz_schema_sync_copy_a ON public.things;
DROP FUNCTION public.schema_sync_copy_things_a();
ALTER TABLE public.things DROP COLUMN a;
ALTER TABLE public.things RENAME COLUMN schema_sync_new_a TO a;
ALTER TABLE public.things ALTER COLUMN a SET NOT NULL;
ALTER TABLE public.things DROP CONSTRAINT schema_sync_not_null_schema_sync_new_a;
ALTER TABLE public.things ADD CONSTRAINT pair UNIQUE USING INDEX schema_sync_new_pair;
ALTER INDEX public.schema_sync_new_a_sorted RENAME TO a_sorted;
-- batch, all or nothing

-- 8. begin to copy column b of table things to a new one of type bigint (alter table:things)
-- must find nothing: something stands on column b of table things that cannot be put on another one
SELECT d.classid::pg_catalog.regclass::text AS kind, pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS what
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
WHERE a.attrelid = pg_catalog.to_regclass('public.things') AND a.attname = 'b' AND d.deptype = 'n'
  AND d.classid NOT IN ('pg_catalog.pg_constraint'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
UNION ALL
SELECT 'pg_class', 'the index ' || i.indexrelid::pg_catalog.regclass::text || ', by which rows are told apart in replication or sorted'
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_index i ON i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey) AND (i.indisreplident OR i.indisclustered)
WHERE a.attrelid = pg_catalog.to_regclass('public.things') AND a.attname = 'b';
-- must find nothing: a trigger of table things fires after the one that copies column b, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.things')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_b'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
ALTER TABLE public.things ADD COLUMN schema_sync_new_b bigint;
CREATE FUNCTION public.schema_sync_copy_things_b() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW.schema_sync_new_b := NEW.b::bigint;
  RETURN NEW;
END
';
CREATE TRIGGER zz_schema_sync_copy_b BEFORE INSERT OR UPDATE ON public.things FOR EACH ROW EXECUTE FUNCTION public.schema_sync_copy_things_b();
ALTER TABLE public.things ENABLE ALWAYS TRIGGER zz_schema_sync_copy_b;
-- batch

-- 9. copy column b of table things to the new one (alter table:things)
-- again and again, each round by itself:
WITH batch AS (
  SELECT id
  FROM public.things
  WHERE $1::json IS NULL OR id > ($1::json ->> 0)::bigint
  ORDER BY id
  LIMIT 1000
), last AS (
  SELECT id
  FROM batch
  ORDER BY id DESC
  LIMIT 1
), filled AS (
  UPDATE public.things
  SET schema_sync_new_b = b::bigint
  WHERE ($1::json IS NULL OR id > ($1::json ->> 0)::bigint)
    AND id <= (SELECT id FROM last)
    AND schema_sync_new_b IS NULL AND b IS NOT NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) AS done,
  (SELECT json_build_array(id::text)::text FROM last) AS next;
-- batch

-- 10. add check low to the new column b of table things (alter table:things)
ALTER TABLE public.things ADD CONSTRAINT schema_sync_new_low CHECK ((schema_sync_new_b > 0)) NOT VALID;
ALTER TABLE public.things VALIDATE CONSTRAINT schema_sync_new_low;
-- removes what a failure leaves behind: ALTER TABLE public.things DROP CONSTRAINT schema_sync_new_low;
-- batch, postgres/lock_timeout = 0

-- 11. build index pair of table things over the new column b (alter table:things)
CREATE UNIQUE INDEX CONCURRENTLY schema_sync_new_pair ON public.things (a, schema_sync_new_b);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_pair;
-- batch, all or nothing

-- 12. put the new column b of table things in the place of the old one (alter table:things)
--    ! correctness, moves-column: puts column b behind the others of table things: INSERT and COPY without a list of columns, and rows read by position, take another one for it from then on [irreversible]
-- must find nothing: a trigger of table things fires after the one that copies column b, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.things')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_b'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
DROP TRIGGER zz_schema_sync_copy_b ON public.things;
DROP FUNCTION public.schema_sync_copy_things_b();
ALTER TABLE public.things DROP COLUMN b;
ALTER TABLE public.things RENAME COLUMN schema_sync_new_b TO b;
ALTER TABLE public.things ADD CONSTRAINT pair UNIQUE USING INDEX schema_sync_new_pair;
ALTER TABLE public.things RENAME CONSTRAINT schema_sync_new_low TO low;
-- batch, all or nothing

-- 13. begin to copy column c of table things to a new one of type bigint (alter table:things)
-- must find nothing: something stands on column c of table things that cannot be put on another one
SELECT d.classid::pg_catalog.regclass::text AS kind, pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS what
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
WHERE a.attrelid = pg_catalog.to_regclass('public.things') AND a.attname = 'c' AND d.deptype = 'n'
  AND d.classid NOT IN ('pg_catalog.pg_constraint'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
UNION ALL
SELECT 'pg_class', 'the index ' || i.indexrelid::pg_catalog.regclass::text || ', by which rows are told apart in replication or sorted'
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_index i ON i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey) AND (i.indisreplident OR i.indisclustered)
WHERE a.attrelid = pg_catalog.to_regclass('public.things') AND a.attname = 'c';
-- must find nothing: a trigger of table things fires after the one that copies column c, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.things')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_c'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
ALTER TABLE public.things ADD COLUMN schema_sync_new_c bigint;
CREATE FUNCTION public.schema_sync_copy_things_c() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW.schema_sync_new_c := NEW.c::bigint;
  RETURN NEW;
END
';
CREATE TRIGGER zz_schema_sync_copy_c BEFORE INSERT OR UPDATE ON public.things FOR EACH ROW EXECUTE FUNCTION public.schema_sync_copy_things_c();
ALTER TABLE public.things ENABLE ALWAYS TRIGGER zz_schema_sync_copy_c;
-- batch

-- 14. copy column c of table things to the new one (alter table:things)
-- again and again, each round by itself:
WITH batch AS (
  SELECT id
  FROM public.things
  WHERE $1::json IS NULL OR id > ($1::json ->> 0)::bigint
  ORDER BY id
  LIMIT 1000
), last AS (
  SELECT id
  FROM batch
  ORDER BY id DESC
  LIMIT 1
), filled AS (
  UPDATE public.things
  SET schema_sync_new_c = c::bigint
  WHERE ($1::json IS NULL OR id > ($1::json ->> 0)::bigint)
    AND id <= (SELECT id FROM last)
    AND schema_sync_new_c IS NULL AND c IS NOT NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) AS done,
  (SELECT json_build_array(id::text)::text FROM last) AS next;
-- batch

-- 15. add foreign key c_above to the new column c of table things (alter table:things)
ALTER TABLE public.things ADD CONSTRAINT schema_sync_new_c_above FOREIGN KEY (schema_sync_new_c) REFERENCES public.above(id) NOT VALID;
ALTER TABLE public.things VALIDATE CONSTRAINT schema_sync_new_c_above;
-- removes what a failure leaves behind: ALTER TABLE public.things DROP CONSTRAINT schema_sync_new_c_above;
-- batch, all or nothing

-- 16. put the new column c of table things in the place of the old one (alter table:things)
-- must find nothing: a trigger of table things fires after the one that copies column c, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.things')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_c'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
DROP TRIGGER zz_schema_sync_copy_c ON public.things;
DROP FUNCTION public.schema_sync_copy_things_c();
ALTER TABLE public.things DROP COLUMN c;
ALTER TABLE public.things RENAME COLUMN schema_sync_new_c TO c;
ALTER TABLE public.things RENAME CONSTRAINT schema_sync_new_c_above TO c_above;
-- batch, all or nothing

-- 17. begin to copy column id of table things to a new one of type bigint (alter table:things)
-- must find nothing: something stands on column id of table things that cannot be put on another one
SELECT d.classid::pg_catalog.regclass::text AS kind, pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS what
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
WHERE a.attrelid = pg_catalog.to_regclass('public.things') AND a.attname = 'id' AND d.deptype = 'n'
  AND d.classid NOT IN ('pg_catalog.pg_constraint'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
UNION ALL
SELECT 'pg_class', 'the index ' || i.indexrelid::pg_catalog.regclass::text || ', by which rows are told apart in replication or sorted'
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_index i ON i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey) AND (i.indisreplident OR i.indisclustered)
WHERE a.attrelid = pg_catalog.to_regclass('public.things') AND a.attname = 'id';
-- must find nothing: a trigger of table things fires after the one that copies column id, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.things')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_id'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
ALTER TABLE public.things ADD COLUMN schema_sync_new_id bigint;
CREATE FUNCTION public.schema_sync_copy_things_id() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW.schema_sync_new_id := NEW.id::bigint;
  RETURN NEW;
END
';
CREATE TRIGGER zz_schema_sync_copy_id BEFORE INSERT OR UPDATE ON public.things FOR EACH ROW EXECUTE FUNCTION public.schema_sync_copy_things_id();
ALTER TABLE public.things ENABLE ALWAYS TRIGGER zz_schema_sync_copy_id;
-- batch

-- 18. copy column id of table things to the new one (alter table:things)
-- again and again, each round by itself:
WITH batch AS (
  SELECT id
  FROM public.things
  WHERE $1::json IS NULL OR id > ($1::json ->> 0)::integer
  ORDER BY id
  LIMIT 1000
), last AS (
  SELECT id
  FROM batch
  ORDER BY id DESC
  LIMIT 1
), filled AS (
  UPDATE public.things
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

-- 19. look for nulls in the new column id of table things (alter table:things)
ALTER TABLE public.things ADD CONSTRAINT schema_sync_not_null_schema_sync_new_id CHECK (schema_sync_new_id IS NOT NULL) NOT VALID;
ALTER TABLE public.things VALIDATE CONSTRAINT schema_sync_not_null_schema_sync_new_id;
-- removes what a failure leaves behind: ALTER TABLE public.things DROP CONSTRAINT schema_sync_not_null_schema_sync_new_id;
-- batch, postgres/lock_timeout = 0

-- 20. build index old_things_pkey of table things over the new column id (alter table:things)
CREATE UNIQUE INDEX CONCURRENTLY schema_sync_new_old_things_pkey ON public.things (schema_sync_new_id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_old_things_pkey;
-- batch, all or nothing

-- 21. put the new column id of table things in the place of the old one (alter table:things)
--    ! correctness, moves-column: puts column id behind the others of table things: INSERT and COPY without a list of columns, and rows read by position, take another one for it from then on [irreversible]
-- must find nothing: a trigger of table things fires after the one that copies column id, and may change what that has copied
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('public.things')
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > 'zz_schema_sync_copy_id'::name
  AND pg_catalog.strpos(tgname::text, '_schema_sync_copy_') = 0;
DROP TRIGGER zz_schema_sync_copy_id ON public.things;
DROP FUNCTION public.schema_sync_copy_things_id();
ALTER TABLE public.things DROP COLUMN id;
ALTER TABLE public.things RENAME COLUMN schema_sync_new_id TO id;
ALTER TABLE public.things ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.things DROP CONSTRAINT schema_sync_not_null_schema_sync_new_id;
ALTER TABLE public.things ADD CONSTRAINT old_things_pkey PRIMARY KEY USING INDEX schema_sync_new_old_things_pkey;
-- batch, all or nothing

-- 22. rename index a_sorted to a_down (rename index:a_down)
ALTER INDEX public.a_sorted RENAME TO a_down;
-- batch, all or nothing

-- 23. rename constraint pair to couple (rename postgres/constraint:things.couple)
ALTER TABLE public.things RENAME CONSTRAINT pair TO couple;
-- batch, all or nothing

-- 24. rename constraint low to positive (rename postgres/constraint:things.positive)
ALTER TABLE public.things RENAME CONSTRAINT low TO positive;
-- batch, all or nothing

-- 25. rename constraint c_above to things_above (rename postgres/constraint:things.things_above)
ALTER TABLE public.things RENAME CONSTRAINT c_above TO things_above;
-- batch, all or nothing

-- 26. rename constraint old_things_pkey to things_pkey (rename postgres/constraint:things.things_pkey)
ALTER TABLE public.things RENAME CONSTRAINT old_things_pkey TO things_pkey;

-- The way down does not bring back:
--   alter table:things: puts column a behind the others of table things: INSERT and COPY without a list of columns, and rows read by position, take another one for it from then on
--   alter table:things: puts column b behind the others of table things: INSERT and COPY without a list of columns, and rows read by position, take another one for it from then on
--   alter table:things: puts column id behind the others of table things: INSERT and COPY without a list of columns, and rows read by position, take another one for it from then on

-- ==== down ====
-- batch, all or nothing

-- 1. rename table things to old_things (rename table:old_things)
--    ! correctness, breaks-clients: renames table things to old_things: statements that still say things fail from then on
ALTER TABLE public.things RENAME TO old_things;
-- batch, all or nothing

-- 2. change the type of column a of table old_things (alter table:old_things)
--    ! blocks-reads, scans-table: reads all of table old_things for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table old_things again, because old_things.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.old_things ALTER COLUMN a TYPE integer USING a::integer;
-- batch, all or nothing

-- 3. change the type of column b of table old_things (alter table:old_things)
--    ! blocks-reads, scans-table: reads all of table old_things for values of b that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table old_things again, because old_things.b becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.old_things ALTER COLUMN b TYPE integer USING b::integer;
-- batch, all or nothing

-- 4. change the type of column c of table old_things (alter table:old_things)
--    ! blocks-reads, scans-table: reads all of table old_things for values of c that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table old_things again, because old_things.c becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.old_things ALTER COLUMN c TYPE integer USING c::integer;
-- batch, all or nothing

-- 5. change the type of column id of table old_things (alter table:old_things)
--    ! blocks-reads, scans-table: reads all of table old_things for values of id that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table old_things again, because old_things.id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.old_things ALTER COLUMN id TYPE integer USING id::integer;
-- batch, all or nothing

-- 6. rename index a_down to a_sorted (rename index:a_sorted)
ALTER INDEX public.a_down RENAME TO a_sorted;
-- batch, all or nothing

-- 7. rename constraint things_above to c_above (rename postgres/constraint:old_things.c_above)
ALTER TABLE public.old_things RENAME CONSTRAINT things_above TO c_above;
-- batch, all or nothing

-- 8. rename constraint positive to low (rename postgres/constraint:old_things.low)
ALTER TABLE public.old_things RENAME CONSTRAINT positive TO low;
-- batch, all or nothing

-- 9. rename constraint things_pkey to old_things_pkey (rename postgres/constraint:old_things.old_things_pkey)
ALTER TABLE public.old_things RENAME CONSTRAINT things_pkey TO old_things_pkey;
-- batch, all or nothing

-- 10. rename constraint couple to pair (rename postgres/constraint:old_things.pair)
ALTER TABLE public.old_things RENAME CONSTRAINT couple TO pair;
