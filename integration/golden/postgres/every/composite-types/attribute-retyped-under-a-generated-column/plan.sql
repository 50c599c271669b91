-- alter postgres/composite-type:pair
--   change-attributes attributes: a integer, b text → a bigint, b text
-- rename table:t from table:old_name
-- alter table:t
--   drop-column columns.twice: twice bigint GENERATED ALWAYS AS (((p).a * 2)) STORED
--   add-column columns.twice: twice bigint GENERATED ALWAYS AS (((p).a * 2)) STORED

-- ==== up ====
-- batch, all or nothing

-- 1. make composite type pair anew (alter postgres/composite-type:pair)
--    ! blocks-reads, rewrites-table: writes table old_name again, because the type pair is made anew; nobody reads or writes it meanwhile
ALTER TABLE public.old_name DROP COLUMN twice;
ALTER TYPE public.pair RENAME TO _schema_sync_old_pair;
CREATE TYPE public.pair AS (
  a bigint,
  b text
);
ALTER TABLE public.old_name ALTER COLUMN p TYPE public.pair USING CASE WHEN p IS DISTINCT FROM NULL THEN ROW((p).a::bigint, (p).b)::public.pair END;
DROP TYPE public._schema_sync_old_pair;

-- 2. rename table old_name to t (rename table:t)
--    ! correctness, breaks-clients: renames table old_name to t: statements that still say old_name fail from then on
ALTER TABLE public.old_name RENAME TO t;

-- 3. add column twice of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column twice; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN twice bigint GENERATED ALWAYS AS (((p).a * 2)) STORED;

-- ==== down ====
-- batch, all or nothing

-- 1. make composite type pair anew (alter postgres/composite-type:pair)
--    ! blocks-reads, rewrites-table: writes table t again, because the type pair is made anew; nobody reads or writes it meanwhile
--    ! blocks-reads, scans-table: reads all of table t for values of p.a that are no integer, and rows that do not comply make it fail
ALTER TABLE public.t DROP COLUMN twice;
ALTER TYPE public.pair RENAME TO _schema_sync_old_pair;
CREATE TYPE public.pair AS (
  a integer,
  b text
);
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING CASE WHEN p IS DISTINCT FROM NULL THEN ROW((p).a::integer, (p).b)::public.pair END;
DROP TYPE public._schema_sync_old_pair;

-- 2. rename table t to old_name (rename table:old_name)
--    ! correctness, breaks-clients: renames table t to old_name: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO old_name;

-- 3. add column twice of table old_name (alter table:old_name)
--    ! blocks-reads, rewrites-table: writes table old_name again, to fill in the column twice; nobody reads or writes it meanwhile
ALTER TABLE public.old_name ADD COLUMN twice bigint GENERATED ALWAYS AS (((p).a * 2)) STORED;
