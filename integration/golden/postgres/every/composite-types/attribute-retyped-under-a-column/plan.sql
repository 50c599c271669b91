-- alter postgres/composite-type:pair
--   change-attributes attributes: a integer, b text → a bigint, b text

-- ==== up ====
-- batch, all or nothing

-- 1. make composite type pair anew (alter postgres/composite-type:pair)
--    ! blocks-reads, rewrites-table: writes table t again, because the type pair is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.pair RENAME TO _schema_sync_old_pair;
CREATE TYPE public.pair AS (
  a bigint,
  b text
);
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING CASE WHEN p IS DISTINCT FROM NULL THEN ROW((p).a::bigint, (p).b)::public.pair END;
DROP TYPE public._schema_sync_old_pair;

-- ==== down ====
-- batch, all or nothing

-- 1. make composite type pair anew (alter postgres/composite-type:pair)
--    ! blocks-reads, rewrites-table: writes table t again, because the type pair is made anew; nobody reads or writes it meanwhile
--    ! blocks-reads, scans-table: reads all of table t for values of p.a that are no integer, and rows that do not comply make it fail
ALTER TYPE public.pair RENAME TO _schema_sync_old_pair;
CREATE TYPE public.pair AS (
  a integer,
  b text
);
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING CASE WHEN p IS DISTINCT FROM NULL THEN ROW((p).a::integer, (p).b)::public.pair END;
DROP TYPE public._schema_sync_old_pair;
