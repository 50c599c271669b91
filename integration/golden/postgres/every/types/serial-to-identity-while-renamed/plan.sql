-- rename postgres/constraint:u.u_pkey from postgres/constraint:t.t_pkey
-- drop sequence:t_id_seq
-- rename table:u from table:t
-- alter table:u
--   rename-column columns.nr: id → nr
--   change-default columns.nr.default: nextval('public.t_id_seq'::regclass) → none
--   change-type columns.nr.type: integer → bigint
--   change-identity columns.nr.identity: none → always
--   change-owns columns.nr.owns: ["sequence:t_id_seq"] → none

-- ==== up ====
-- batch, all or nothing

-- 1. rename table t to u (rename table:u)
--    ! correctness, breaks-clients: renames table t to u: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO u;

-- 2. rename column id to nr of table u (alter table:u)
--    ! correctness, breaks-clients: renames column u.id to nr: statements that still say u.id fail from then on
ALTER TABLE public.u RENAME COLUMN id TO nr;

-- 3. change the default of column nr of table u (alter table:u)
ALTER TABLE public.u ALTER COLUMN nr DROP DEFAULT;

-- 4. change the type of column nr of table u (alter table:u)
--    ! blocks-reads, rewrites-table: writes table u again, because u.nr becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.u ALTER COLUMN nr TYPE bigint USING nr::bigint;

-- 5. change the identity of column nr of table u (alter table:u)
ALTER SEQUENCE public.t_id_seq OWNED BY NONE;
ALTER SEQUENCE public.t_id_seq RENAME TO _schema_sync_aside;
ALTER TABLE public.u ALTER COLUMN nr ADD GENERATED ALWAYS AS IDENTITY (START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE);
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.u', 'nr'), coalesce(last.value, pg_catalog.nextval('public._schema_sync_aside')), last.value IS NOT NULL) FROM (SELECT pg_catalog.pg_sequence_last_value('public._schema_sync_aside') AS value OFFSET 0) AS last;
DROP SEQUENCE public._schema_sync_aside;

-- 6. rename constraint t_pkey to u_pkey (rename postgres/constraint:u.u_pkey)
ALTER TABLE public.u RENAME CONSTRAINT t_pkey TO u_pkey;

-- ==== down ====
-- batch, all or nothing

-- 1. rename table u to t (rename table:t)
--    ! correctness, breaks-clients: renames table u to t: statements that still say u fail from then on
ALTER TABLE public.u RENAME TO t;

-- 2. rename column nr to id of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.nr to id: statements that still say t.nr fail from then on
ALTER TABLE public.t RENAME COLUMN nr TO id;

-- 3. change the identity of column id of table t (alter table:t)
-- must find nothing: column t.id has counted beyond what it is to count, from 1 to 2147483647
SELECT last AS value
FROM pg_catalog.pg_sequence_last_value((
  SELECT d.objid FROM pg_catalog.pg_depend d
  JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
  WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refclassid = d.classid AND d.deptype = 'i'
    AND d.refobjid = pg_catalog.to_regclass('public.t') AND a.attname = 'id'
)) AS last
WHERE last NOT BETWEEN 1 AND 2147483647;
CREATE SEQUENCE public._schema_sync_aside AS integer START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE;
SELECT pg_catalog.setval('public._schema_sync_aside', coalesce(last.value, pg_catalog.nextval(pg_catalog.pg_get_serial_sequence('public.t', 'id'))), last.value IS NOT NULL) FROM (SELECT pg_catalog.pg_sequence_last_value(pg_catalog.pg_get_serial_sequence('public.t', 'id')) AS value OFFSET 0) AS last;
ALTER TABLE public.t ALTER COLUMN id DROP IDENTITY;
ALTER SEQUENCE public._schema_sync_aside RENAME TO t_id_seq;

-- 4. change the type of column id of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of id that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;

-- 5. change the default of column id of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);

-- 6. change the sequences that go with column id of table t (alter table:t)
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;

-- 7. rename constraint u_pkey to t_pkey (rename postgres/constraint:t.t_pkey)
ALTER TABLE public.t RENAME CONSTRAINT u_pkey TO t_pkey;
