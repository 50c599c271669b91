-- alter table:t
--   change-identity columns.a.identity: always, start 10, increment 2, maximum 1000, cache 5 → always, start 10, increment 3, minimum 2, cycle

-- ==== up ====
-- batch, all or nothing

-- 1. change the identity of column a of table t (alter table:t)
-- must find nothing: column t.a has counted beyond what it is to count, from 2 to 2147483647
SELECT last AS value
FROM pg_catalog.pg_sequence_last_value((
  SELECT d.objid FROM pg_catalog.pg_depend d
  JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
  WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refclassid = d.classid AND d.deptype = 'i'
    AND d.refobjid = pg_catalog.to_regclass('public.t') AND a.attname = 'a'
)) AS last
WHERE last NOT BETWEEN 2 AND 2147483647;
ALTER TABLE public.t ALTER COLUMN a SET GENERATED ALWAYS SET START WITH 10 SET INCREMENT BY 3 SET MINVALUE 2 SET MAXVALUE 2147483647 SET CACHE 1 SET CYCLE;

-- ==== down ====
-- batch, all or nothing

-- 1. change the identity of column a of table t (alter table:t)
-- must find nothing: column t.a has counted beyond what it is to count, from 1 to 1000
SELECT last AS value
FROM pg_catalog.pg_sequence_last_value((
  SELECT d.objid FROM pg_catalog.pg_depend d
  JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
  WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refclassid = d.classid AND d.deptype = 'i'
    AND d.refobjid = pg_catalog.to_regclass('public.t') AND a.attname = 'a'
)) AS last
WHERE last NOT BETWEEN 1 AND 1000;
ALTER TABLE public.t ALTER COLUMN a SET GENERATED ALWAYS SET START WITH 10 SET INCREMENT BY 2 SET MINVALUE 1 SET MAXVALUE 1000 SET CACHE 5 SET NO CYCLE;
