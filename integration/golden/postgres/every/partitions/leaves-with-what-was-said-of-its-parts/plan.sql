-- create index:p1_a_idx
-- create postgres/comment:p1_a_idx.index
-- create postgres/constraint:p1.p1_pkey
-- alter table:p1
--   drop-parent parents.p: p FOR VALUES IN (1)
-- left alone: comment constraint p1_pkey on table public.p1: not covered yet
-- left alone: comment index public.p1_a_idx: not covered yet
-- left alone: index p1_a_idx: that CLUSTER, or replicas, go by it is no difference: it is a part of what the partitioned table has, and is said again where that is made anew
-- left alone: index p1_pkey: that CLUSTER, or replicas, go by it is no difference: it is a part of what the partitioned table has, and is said again where that is made anew
-- left alone: storage parameters of index p1_a_idx: not covered yet

-- ==== up ====
-- batch, all or nothing

-- 1. leave the table above of table p1 (alter table:p1)
--    ! correctness, hides-rows: takes table p1 out of table p: who reads, changes or counts the rows of p does not find those of p1 any more, and no statement fails
ALTER TABLE public.p DETACH PARTITION public.p1;

-- 2. alter index p1_a_idx (create index:p1_a_idx)
ALTER INDEX public.p1_a_idx RESET (fillfactor);

-- 3. comment on index p1_a_idx (create postgres/comment:p1_a_idx.index)
COMMENT ON INDEX public.p1_a_idx IS 'wanted';

-- 4. alter the index of primary key p1_pkey of table p1 (create postgres/constraint:p1.p1_pkey)
ALTER TABLE public.p1 CLUSTER ON p1_pkey;
ALTER TABLE public.p1 REPLICA IDENTITY DEFAULT;
COMMENT ON CONSTRAINT p1_pkey ON public.p1 IS NULL;

-- ==== down ====
-- batch, all or nothing

-- 1. join the table above of table p1 (alter table:p1)
--    ! blocks-reads, scans-table: reads all of table p1 for whether its rows fit into p, and rows that do not comply make it fail
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES IN (1);
DO $part$
DECLARE
  part pg_catalog.regclass;
  name text;
BEGIN
  SELECT c.oid, pg_catalog.quote_ident(c.relname) INTO STRICT part, name
  FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
  WHERE i.indrelid = 'public.p1'::pg_catalog.regclass AND 'public.i'::pg_catalog.regclass IN (
    SELECT a.relid FROM pg_catalog.pg_partition_ancestors(i.indexrelid) AS a
  );
  EXECUTE 'ALTER INDEX ' || part || ' SET (fillfactor=50)';
  EXECUTE 'ALTER TABLE public.p1 CLUSTER ON ' || name;
  EXECUTE 'COMMENT ON INDEX ' || part || ' IS ''of part''';
END
$part$;
DO $part$
DECLARE
  part pg_catalog.regclass;
  name text;
BEGIN
  SELECT c.oid, pg_catalog.quote_ident(c.relname) INTO STRICT part, name
  FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
  WHERE i.indrelid = 'public.p1'::pg_catalog.regclass AND 'public.p_pkey'::pg_catalog.regclass IN (
    SELECT a.relid FROM pg_catalog.pg_partition_ancestors(i.indexrelid) AS a
  );
  EXECUTE 'ALTER TABLE public.p1 REPLICA IDENTITY USING INDEX ' || name;
  EXECUTE 'COMMENT ON CONSTRAINT ' || name || ' ON public.p1 IS ''part of key''';
END
$part$;
