-- alter postgres/composite-type:pair
--   change-attributes attributes: a date, b text → a integer, b text

-- ==== up ====
-- batch, all or nothing

-- 1. make composite type pair anew (alter postgres/composite-type:pair)
--    ! blocks-reads, rewrites-table: writes table t again, because the type pair is made anew; nobody reads or writes it meanwhile
--    ! data-loss, drops-column: drops attribute a of type pair, and what the values of t.p hold for it: PostgreSQL knows no conversion from date to integer [irreversible]
ALTER TYPE public.pair RENAME TO _schema_sync_old_pair;
CREATE TYPE public.pair AS (
  a integer,
  b text
);
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING CASE WHEN p IS DISTINCT FROM NULL THEN ROW(NULL::integer, (p).b)::public.pair END;
DROP TYPE public._schema_sync_old_pair;

-- The way down does not bring back:
--   alter postgres/composite-type:pair: drops attribute a of type pair, and what the values of t.p hold for it: PostgreSQL knows no conversion from date to integer

-- ==== down ====
-- batch, all or nothing

-- 1. make composite type pair anew (alter postgres/composite-type:pair)
--    ! blocks-reads, rewrites-table: writes table t again, because the type pair is made anew; nobody reads or writes it meanwhile
--    ! data-loss, drops-column: drops attribute a of type pair, and what the values of t.p hold for it: PostgreSQL knows no conversion from integer to date [irreversible]
ALTER TYPE public.pair RENAME TO _schema_sync_old_pair;
CREATE TYPE public.pair AS (
  a date,
  b text
);
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING CASE WHEN p IS DISTINCT FROM NULL THEN ROW(NULL::date, (p).b)::public.pair END;
DROP TYPE public._schema_sync_old_pair;
