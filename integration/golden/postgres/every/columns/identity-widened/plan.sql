-- alter table:t
--   change-type columns.a.type: integer → bigint
--   change-identity columns.a.identity: always as integer → always as bigint

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;

-- 2. change the identity of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET GENERATED ALWAYS SET START WITH 1 SET INCREMENT BY 1 SET MINVALUE 1 SET MAXVALUE 9223372036854775807 SET CACHE 1 SET NO CYCLE;

-- ==== down ====
-- batch, all or nothing

-- 1. change the identity of column a of table t (alter table:t)
-- must find nothing: column t.a has counted beyond what it is to count, from 1 to 2147483647
SELECT last AS value
FROM pg_catalog.pg_sequence_last_value((
  SELECT d.objid FROM pg_catalog.pg_depend d
  JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
  WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refclassid = d.classid AND d.deptype = 'i'
    AND d.refobjid = pg_catalog.to_regclass('public.t') AND a.attname = 'a'
)) AS last
WHERE last NOT BETWEEN 1 AND 2147483647;
ALTER TABLE public.t ALTER COLUMN a SET GENERATED ALWAYS SET START WITH 1 SET INCREMENT BY 1 SET MINVALUE 1 SET MAXVALUE 2147483647 SET CACHE 1 SET NO CYCLE;

-- 2. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
