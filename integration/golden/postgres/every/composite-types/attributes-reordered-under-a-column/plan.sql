-- alter postgres/composite-type:pair
--   change-attributes attributes: a integer, b text → b text, a integer

-- ==== up ====
-- batch, all or nothing

-- 1. make composite type pair anew (alter postgres/composite-type:pair)
--    ! blocks-reads, rewrites-table: writes table t again, because the type pair is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.pair RENAME TO _schema_sync_old_pair;
CREATE TYPE public.pair AS (
  b text,
  a integer
);
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING CASE WHEN p IS DISTINCT FROM NULL THEN ROW((p).b, (p).a)::public.pair END;
DROP TYPE public._schema_sync_old_pair;

-- ==== down ====
-- batch, all or nothing

-- 1. make composite type pair anew (alter postgres/composite-type:pair)
--    ! blocks-reads, rewrites-table: writes table t again, because the type pair is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.pair RENAME TO _schema_sync_old_pair;
CREATE TYPE public.pair AS (
  a integer,
  b text
);
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING CASE WHEN p IS DISTINCT FROM NULL THEN ROW((p).a, (p).b)::public.pair END;
DROP TYPE public._schema_sync_old_pair;
