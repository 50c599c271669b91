-- replace index:i: it cannot stay while postgres/collation:c is altered
-- alter postgres/collation:c
--   change-options options: PROVIDER = icu, LOCALE = 'de-DE' → PROVIDER = icu, LOCALE = 'sv-SE'

-- ==== up ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. make collation c anew (alter postgres/collation:c)
--    ! blocks-reads, rewrites-table: writes table child again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
--    ! blocks-reads, rewrites-table: writes table parent again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
--    ! blocks-reads, rewrites-table: writes table t again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
ALTER TABLE public.high ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.low ALTER COLUMN b DROP DEFAULT;
ALTER TABLE ONLY public.t ALTER COLUMN b DROP DEFAULT;
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'sv-SE');
ALTER TABLE public.child ALTER COLUMN own TYPE text COLLATE public.c;
ALTER TABLE public.parent ALTER COLUMN a TYPE text COLLATE public.c;
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.c;
ALTER TABLE public.t ALTER COLUMN b TYPE text COLLATE public.c;
ALTER TABLE public.high ALTER COLUMN b SET DEFAULT 'y'::text;
ALTER TABLE public.low ALTER COLUMN b SET DEFAULT 'x'::text;
ALTER TABLE ONLY public.t ALTER COLUMN b SET DEFAULT 'x'::text;
DROP COLLATION public._schema_sync_old_c;

-- 3. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (a);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. make collation c anew (alter postgres/collation:c)
--    ! blocks-reads, rewrites-table: writes table child again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
--    ! blocks-reads, rewrites-table: writes table parent again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
--    ! blocks-reads, rewrites-table: writes table t again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
ALTER TABLE public.high ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.low ALTER COLUMN b DROP DEFAULT;
ALTER TABLE ONLY public.t ALTER COLUMN b DROP DEFAULT;
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'de-DE');
ALTER TABLE public.child ALTER COLUMN own TYPE text COLLATE public.c;
ALTER TABLE public.parent ALTER COLUMN a TYPE text COLLATE public.c;
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.c;
ALTER TABLE public.t ALTER COLUMN b TYPE text COLLATE public.c;
ALTER TABLE public.high ALTER COLUMN b SET DEFAULT 'y'::text;
ALTER TABLE public.low ALTER COLUMN b SET DEFAULT 'x'::text;
ALTER TABLE ONLY public.t ALTER COLUMN b SET DEFAULT 'x'::text;
DROP COLLATION public._schema_sync_old_c;

-- 3. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (a);
