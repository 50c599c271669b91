-- replace index:i: it cannot stay while table:t is altered
-- alter postgres/collation:c
--   change-options options: PROVIDER = icu, LOCALE = 'de-DE' → PROVIDER = icu, LOCALE = 'sv-SE'
-- alter table:t
--   drop-column columns.own: own text COLLATE public.c GENERATED ALWAYS AS ((id)::text) STORED
--   drop-column columns.said: said boolean GENERATED ALWAYS AS ((((id)::text COLLATE public.c) > 'b'::text)) STORED
--   drop-column columns.upper: upper text GENERATED ALWAYS AS (upper(a)) STORED
--   add-column columns.own: own text COLLATE public.c GENERATED ALWAYS AS ((id)::text) STORED
--   add-column columns.said: said boolean GENERATED ALWAYS AS ((((id)::text COLLATE public.c) > 'b'::text)) STORED
--   add-column columns.upper: upper text GENERATED ALWAYS AS (upper(a)) STORED
-- replace view:v: it cannot stay while table:t is altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. drop view v (replace view:v)
DROP VIEW public.v;

-- 3. make collation c anew (alter postgres/collation:c)
--    ! blocks-reads, rewrites-table: writes table t again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
ALTER TABLE public.t DROP COLUMN own;
ALTER TABLE public.t DROP COLUMN said;
ALTER TABLE public.t DROP COLUMN upper;
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'sv-SE');
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.c;
DROP COLLATION public._schema_sync_old_c;

-- 4. add column own of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column own; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN own text COLLATE public.c GENERATED ALWAYS AS ((id)::text) STORED;

-- 5. add column said of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column said; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN said boolean GENERATED ALWAYS AS ((((id)::text COLLATE public.c) > 'b'::text)) STORED;

-- 6. add column upper of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column upper; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN upper text GENERATED ALWAYS AS (upper(a)) STORED;

-- 7. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (upper);

-- 8. create view v (replace view:v)
CREATE VIEW public.v (said) AS
 SELECT said
   FROM public.t;

-- ==== down ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. drop view v (replace view:v)
DROP VIEW public.v;

-- 3. make collation c anew (alter postgres/collation:c)
--    ! blocks-reads, rewrites-table: writes table t again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
ALTER TABLE public.t DROP COLUMN own;
ALTER TABLE public.t DROP COLUMN said;
ALTER TABLE public.t DROP COLUMN upper;
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'de-DE');
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.c;
DROP COLLATION public._schema_sync_old_c;

-- 4. add column own of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column own; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN own text COLLATE public.c GENERATED ALWAYS AS ((id)::text) STORED;

-- 5. add column said of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column said; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN said boolean GENERATED ALWAYS AS ((((id)::text COLLATE public.c) > 'b'::text)) STORED;

-- 6. add column upper of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column upper; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN upper text GENERATED ALWAYS AS (upper(a)) STORED;

-- 7. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (upper);

-- 8. create view v (replace view:v)
CREATE VIEW public.v (said) AS
 SELECT said
   FROM public.t;
