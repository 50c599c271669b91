-- alter postgres/composite-type:item
--   change-parts parts.pair: made anew
-- alter postgres/composite-type:pair
--   change-attributes attributes: a text, b text → b text, a text
-- alter postgres/domain:size
--   change-parts parts.pair: made anew

-- ==== up ====
-- batch, all or nothing

-- 1. make composite type pair anew (alter postgres/composite-type:pair)
ALTER TYPE public.pair RENAME TO _schema_sync_old_pair;
CREATE TYPE public.pair AS (
  b text,
  a text
);

-- 2. make composite type item anew (alter postgres/composite-type:item)
--    ! blocks-reads, rewrites-table: writes table t again, because the type item is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.item RENAME TO _schema_sync_old_item;
CREATE TYPE public.item AS (
  name text,
  size public.pair
);
ALTER TABLE public.t ALTER COLUMN i TYPE public.item USING CASE WHEN i IS DISTINCT FROM NULL THEN ROW((i).name, CASE WHEN (i).size IS DISTINCT FROM NULL THEN ROW(((i).size).b, ((i).size).a) END) END::text::public.item;
DROP TYPE public._schema_sync_old_item;

-- 3. make domain size anew (alter postgres/domain:size)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain size is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.size RENAME TO _schema_sync_old_size;
CREATE DOMAIN public.size AS public.pair;
ALTER TABLE public.t ALTER COLUMN s TYPE public.size USING CASE WHEN s IS DISTINCT FROM NULL THEN ROW((s).b, (s).a)::public.size END;
DROP DOMAIN public._schema_sync_old_size;
DROP TYPE public._schema_sync_old_pair;

-- ==== down ====
-- batch, all or nothing

-- 1. make composite type pair anew (alter postgres/composite-type:pair)
ALTER TYPE public.pair RENAME TO _schema_sync_old_pair;
CREATE TYPE public.pair AS (
  a text,
  b text
);

-- 2. make composite type item anew (alter postgres/composite-type:item)
--    ! blocks-reads, rewrites-table: writes table t again, because the type item is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.item RENAME TO _schema_sync_old_item;
CREATE TYPE public.item AS (
  name text,
  size public.pair
);
ALTER TABLE public.t ALTER COLUMN i TYPE public.item USING CASE WHEN i IS DISTINCT FROM NULL THEN ROW((i).name, CASE WHEN (i).size IS DISTINCT FROM NULL THEN ROW(((i).size).a, ((i).size).b) END) END::text::public.item;
DROP TYPE public._schema_sync_old_item;

-- 3. make domain size anew (alter postgres/domain:size)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain size is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.size RENAME TO _schema_sync_old_size;
CREATE DOMAIN public.size AS public.pair;
ALTER TABLE public.t ALTER COLUMN s TYPE public.size USING CASE WHEN s IS DISTINCT FROM NULL THEN ROW((s).a, (s).b)::public.size END;
DROP DOMAIN public._schema_sync_old_size;
DROP TYPE public._schema_sync_old_pair;
