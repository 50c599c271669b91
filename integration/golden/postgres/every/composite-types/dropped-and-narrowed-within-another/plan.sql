-- alter postgres/composite-type:item
--   change-parts parts.pair: made anew
-- alter postgres/composite-type:pair
--   change-attributes attributes: a character varying(9), b text, c integer → c bigint, a character varying(3)

-- ==== up ====
-- batch, all or nothing

-- 1. make composite type pair anew (alter postgres/composite-type:pair)
--    ! data-loss, drops-column: drops attribute b of type pair, and what the values of t.i.size hold for it [irreversible]
--    ! data-loss, converts-values: changes t.i.size.a from character varying(9) to character varying(3), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
ALTER TYPE public.pair RENAME TO _schema_sync_old_pair;
CREATE TYPE public.pair AS (
  c bigint,
  a character varying(3)
);

-- 2. make composite type item anew (alter postgres/composite-type:item)
--    ! blocks-reads, rewrites-table: writes table t again, because the type item is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.item RENAME TO _schema_sync_old_item;
CREATE TYPE public.item AS (
  name text,
  size public.pair
);
ALTER TABLE public.t ALTER COLUMN i TYPE public.item USING CASE WHEN i IS DISTINCT FROM NULL THEN ROW((i).name, CASE WHEN (i).size IS DISTINCT FROM NULL THEN ROW(((i).size).c::bigint, ((i).size).a::character varying) END) END::text::public.item;
DROP TYPE public._schema_sync_old_item;
DROP TYPE public._schema_sync_old_pair;

-- The way down does not bring back:
--   alter postgres/composite-type:pair: drops attribute b of type pair, and what the values of t.i.size hold for it
--   alter postgres/composite-type:pair: changes t.i.size.a from character varying(9) to character varying(3), which fails where a stored value is longer, but for blanks at its end, which are cut

-- ==== down ====
-- batch, all or nothing

-- 1. make composite type pair anew (alter postgres/composite-type:pair)
--    ! blocks-reads, scans-table: reads all of table t for values of i.size.c that are no integer, and rows that do not comply make it fail
ALTER TYPE public.pair RENAME TO _schema_sync_old_pair;
CREATE TYPE public.pair AS (
  a character varying(9),
  b text,
  c integer
);

-- 2. make composite type item anew (alter postgres/composite-type:item)
--    ! blocks-reads, rewrites-table: writes table t again, because the type item is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.item RENAME TO _schema_sync_old_item;
CREATE TYPE public.item AS (
  name text,
  size public.pair
);
ALTER TABLE public.t ALTER COLUMN i TYPE public.item USING CASE WHEN i IS DISTINCT FROM NULL THEN ROW((i).name, CASE WHEN (i).size IS DISTINCT FROM NULL THEN ROW(((i).size).a, NULL::text, ((i).size).c::integer) END) END::text::public.item;
DROP TYPE public._schema_sync_old_item;
DROP TYPE public._schema_sync_old_pair;
