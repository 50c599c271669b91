-- alter table:t
--   change-identity columns.id.identity: always, start 5000000000 → always
--   change-type columns.id.type: bigint → integer

-- ==== up ====
-- batch, all or nothing

-- 1. change the identity of column id of table t (alter table:t)
-- must find nothing: column t.id has counted beyond what it is to count, from 1 to 2147483647
SELECT last AS value
FROM pg_catalog.pg_sequence_last_value((
  SELECT d.objid FROM pg_catalog.pg_depend d
  JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
  WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refclassid = d.classid AND d.deptype = 'i'
    AND d.refobjid = pg_catalog.to_regclass('public.t') AND a.attname = 'id'
)) AS last
WHERE last NOT BETWEEN 1 AND 2147483647;
ALTER TABLE public.t ALTER COLUMN id SET MINVALUE 1 SET MAXVALUE 9223372036854775807;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.t', 'id'), coalesce(nullif(next, 5000000000), 1), false) FROM (SELECT pg_catalog.nextval(pg_catalog.pg_get_serial_sequence('public.t', 'id')) AS next WHERE pg_catalog.pg_sequence_last_value(pg_catalog.pg_get_serial_sequence('public.t', 'id')) IS NULL OFFSET 0) AS uncounted;
ALTER TABLE public.t ALTER COLUMN id SET GENERATED ALWAYS SET START WITH 1 SET INCREMENT BY 1 SET MINVALUE 1 SET MAXVALUE 2147483647 SET CACHE 1 SET NO CYCLE;

-- 2. change the type of column id of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of id that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column id of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.id becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN id TYPE bigint USING id::bigint;

-- 2. change the identity of column id of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN id SET GENERATED ALWAYS SET START WITH 5000000000 SET INCREMENT BY 1 SET MINVALUE 1 SET MAXVALUE 9223372036854775807 SET CACHE 1 SET NO CYCLE;
