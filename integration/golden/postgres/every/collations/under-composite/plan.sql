-- replace index:i: it cannot stay while postgres/collation:c is altered
-- alter postgres/collation:c
--   change-options options: PROVIDER = icu, LOCALE = 'de-DE' → PROVIDER = icu, LOCALE = 'sv-SE'
-- alter postgres/composite-type:pair
--   change-parts parts.c: made anew

-- ==== up ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. make collation c anew (alter postgres/collation:c)
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'sv-SE');

-- 3. make composite type pair anew (alter postgres/composite-type:pair)
--    ! blocks-reads, rewrites-table: writes table t again, because the type pair is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.pair RENAME TO _schema_sync_old_pair;
CREATE TYPE public.pair AS (
  a text COLLATE public.c,
  b integer
);
ALTER TABLE public.t ALTER COLUMN list TYPE public.pair[] USING list::text[]::public.pair[];
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING p::text::public.pair;
DROP TYPE public._schema_sync_old_pair;
DROP COLLATION public._schema_sync_old_c;

-- 4. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (((p).a));

-- ==== down ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. make collation c anew (alter postgres/collation:c)
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'de-DE');

-- 3. make composite type pair anew (alter postgres/composite-type:pair)
--    ! blocks-reads, rewrites-table: writes table t again, because the type pair is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.pair RENAME TO _schema_sync_old_pair;
CREATE TYPE public.pair AS (
  a text COLLATE public.c,
  b integer
);
ALTER TABLE public.t ALTER COLUMN list TYPE public.pair[] USING list::text[]::public.pair[];
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING p::text::public.pair;
DROP TYPE public._schema_sync_old_pair;
DROP COLLATION public._schema_sync_old_c;

-- 4. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (((p).a));
