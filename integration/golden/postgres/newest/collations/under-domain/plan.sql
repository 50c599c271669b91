-- replace index:i: it cannot stay while postgres/collation:c is altered
-- alter postgres/collation:c
--   change-options options: PROVIDER = icu, LOCALE = 'de-DE' → PROVIDER = icu, LOCALE = 'sv-SE'
-- replace postgres/constraint:t.t_a_key: it cannot stay while postgres/collation:c is altered
-- replace postgres/domain-constraint:d.d_check: it cannot stay while postgres/domain:d is altered
-- alter postgres/domain:d
--   change-parts parts.c: made anew
-- alter postgres/domain:over
--   change-parts parts.c: made anew
--   change-parts parts.d: made anew
-- replace view:v: it cannot stay while postgres/collation:c is altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. drop unique t_a_key of table t (replace postgres/constraint:t.t_a_key)
ALTER TABLE public.t DROP CONSTRAINT t_a_key;

-- 3. drop check d_check of domain d (replace postgres/domain-constraint:d.d_check)
ALTER DOMAIN public.d DROP CONSTRAINT d_check;

-- 4. drop view v (replace view:v)
DROP VIEW public.v;

-- 5. make collation c anew (alter postgres/collation:c)
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'sv-SE');

-- 6. make domain d anew (alter postgres/domain:d)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain d is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.d RENAME TO _schema_sync_old_d;
CREATE DOMAIN public.d AS text COLLATE public.c DEFAULT 'a'::text;
ALTER TABLE public.t ALTER COLUMN a TYPE public.d USING a::text::public.d;
ALTER TABLE public.t ALTER COLUMN list TYPE public.d[] USING list::text[]::public.d[];

-- 7. add check d_check to domain d (replace postgres/domain-constraint:d.d_check)
--    ! blocks-writes, scans-table: reads all of table t for the check d_check of domain d, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because it holds lists of the domain; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN list TYPE text[] USING list::text[];
ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK ((VALUE > 'A'::text));
ALTER TABLE public.t ALTER COLUMN list TYPE public.d[] USING list::public.d[];

-- 8. make domain over anew (alter postgres/domain:over)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain over is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.over RENAME TO _schema_sync_old_over;
CREATE DOMAIN public.over AS public.d DEFAULT 'b'::text NOT NULL;
ALTER TABLE public.t ALTER COLUMN b TYPE public.over USING b::text::public.over;
DROP DOMAIN public._schema_sync_old_over;
DROP DOMAIN public._schema_sync_old_d;
DROP COLLATION public._schema_sync_old_c;

-- 9. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (lower((b)::text));

-- 10. add unique t_a_key to table t (replace postgres/constraint:t.t_a_key)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT t_a_key UNIQUE (a);

-- 11. create view v (replace view:v)
CREATE VIEW public.v (a, b) AS
 SELECT a,
    b
   FROM public.t
  WHERE ((a)::text > 'b'::text);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. drop unique t_a_key of table t (replace postgres/constraint:t.t_a_key)
ALTER TABLE public.t DROP CONSTRAINT t_a_key;

-- 3. drop check d_check of domain d (replace postgres/domain-constraint:d.d_check)
ALTER DOMAIN public.d DROP CONSTRAINT d_check;

-- 4. drop view v (replace view:v)
DROP VIEW public.v;

-- 5. make collation c anew (alter postgres/collation:c)
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'de-DE');

-- 6. make domain d anew (alter postgres/domain:d)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain d is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.d RENAME TO _schema_sync_old_d;
CREATE DOMAIN public.d AS text COLLATE public.c DEFAULT 'a'::text;
ALTER TABLE public.t ALTER COLUMN a TYPE public.d USING a::text::public.d;
ALTER TABLE public.t ALTER COLUMN list TYPE public.d[] USING list::text[]::public.d[];

-- 7. add check d_check to domain d (replace postgres/domain-constraint:d.d_check)
--    ! blocks-writes, scans-table: reads all of table t for the check d_check of domain d, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because it holds lists of the domain; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN list TYPE text[] USING list::text[];
ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK ((VALUE > 'A'::text));
ALTER TABLE public.t ALTER COLUMN list TYPE public.d[] USING list::public.d[];

-- 8. make domain over anew (alter postgres/domain:over)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain over is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.over RENAME TO _schema_sync_old_over;
CREATE DOMAIN public.over AS public.d DEFAULT 'b'::text NOT NULL;
ALTER TABLE public.t ALTER COLUMN b TYPE public.over USING b::text::public.over;
DROP DOMAIN public._schema_sync_old_over;
DROP DOMAIN public._schema_sync_old_d;
DROP COLLATION public._schema_sync_old_c;

-- 9. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (lower((b)::text));

-- 10. add unique t_a_key to table t (replace postgres/constraint:t.t_a_key)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT t_a_key UNIQUE (a);

-- 11. create view v (replace view:v)
CREATE VIEW public.v (a, b) AS
 SELECT a,
    b
   FROM public.t
  WHERE ((a)::text > 'b'::text);
