-- replace index:i: it cannot stay while postgres/collation:c is altered
-- replace index:keys: it cannot stay while postgres/collation:c is altered
-- replace index:other: it cannot stay while postgres/collation:c is altered
-- replace index:part: it cannot stay while postgres/collation:c is altered
-- alter postgres/collation:c
--   change-options options: PROVIDER = icu, LOCALE = 'de-DE' → PROVIDER = icu, LOCALE = 'sv-SE'

-- ==== up ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. drop index keys (replace index:keys)
DROP INDEX public.keys;

-- 3. drop index other (replace index:other)
DROP INDEX public.other;

-- 4. drop index part (replace index:part)
DROP INDEX public.part;

-- 5. make collation c anew (alter postgres/collation:c)
--    ! blocks-reads, rewrites-table: writes table t again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'sv-SE');
ALTER TABLE public.t ALTER COLUMN b TYPE text COLLATE public.c;
DROP COLLATION public._schema_sync_old_c;

-- 6. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (lower((a COLLATE public.c)));

-- 7. create index keys (replace index:keys)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile, and rows that conflict make it fail
CREATE UNIQUE INDEX keys ON public.t USING btree (a COLLATE public.c, ((b || a)));

-- 8. create index other (replace index:other)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX other ON public.t USING btree (lower(b));

-- 9. create index part (replace index:part)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX part ON public.t USING btree (id) WHERE ((a COLLATE public.c) > 'b'::text);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. drop index keys (replace index:keys)
DROP INDEX public.keys;

-- 3. drop index other (replace index:other)
DROP INDEX public.other;

-- 4. drop index part (replace index:part)
DROP INDEX public.part;

-- 5. make collation c anew (alter postgres/collation:c)
--    ! blocks-reads, rewrites-table: writes table t again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'de-DE');
ALTER TABLE public.t ALTER COLUMN b TYPE text COLLATE public.c;
DROP COLLATION public._schema_sync_old_c;

-- 6. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (lower((a COLLATE public.c)));

-- 7. create index keys (replace index:keys)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile, and rows that conflict make it fail
CREATE UNIQUE INDEX keys ON public.t USING btree (a COLLATE public.c, ((b || a)));

-- 8. create index other (replace index:other)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX other ON public.t USING btree (lower(b));

-- 9. create index part (replace index:part)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX part ON public.t USING btree (id) WHERE ((a COLLATE public.c) > 'b'::text);
