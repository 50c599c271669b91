-- alter postgres/collation:c
--   change-options options: PROVIDER = icu, LOCALE = 'de-DE' → PROVIDER = icu, LOCALE = 'sv-SE'
-- replace postgres/constraint:t.t_a_excl: t.a holds texts for a moment
-- alter postgres/range-type:span
--   change-parts parts.c: made anew
-- replace view:v: it cannot stay while postgres/range-type:span is altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop exclusion t_a_excl of table t (replace postgres/constraint:t.t_a_excl)
ALTER TABLE public.t DROP CONSTRAINT t_a_excl;

-- 2. drop view v (replace view:v)
DROP VIEW public.v;

-- 3. make collation c anew (alter postgres/collation:c)
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'sv-SE');

-- 4. make range type span anew (alter postgres/range-type:span)
--    ! blocks-reads, rewrites-table: writes table t again, because the range type span is made anew; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE text USING a;
DROP TYPE public.span;
CREATE TYPE public.span AS RANGE (
  SUBTYPE = text,
  COLLATION = public.c,
  MULTIRANGE_TYPE_NAME = public.span_multirange
);
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE public.span USING a::public.span;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.span('a'::text, 'b'::text);
DROP COLLATION public._schema_sync_old_c;

-- 5. add exclusion t_a_excl to table t (replace postgres/constraint:t.t_a_excl)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT t_a_excl EXCLUDE USING gist (a WITH &&);

-- 6. create view v (replace view:v)
CREATE VIEW public.v (up) AS
 SELECT upper(a) AS up
   FROM public.t;

-- ==== down ====
-- batch, all or nothing

-- 1. drop exclusion t_a_excl of table t (replace postgres/constraint:t.t_a_excl)
ALTER TABLE public.t DROP CONSTRAINT t_a_excl;

-- 2. drop view v (replace view:v)
DROP VIEW public.v;

-- 3. make collation c anew (alter postgres/collation:c)
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'de-DE');

-- 4. make range type span anew (alter postgres/range-type:span)
--    ! blocks-reads, rewrites-table: writes table t again, because the range type span is made anew; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE text USING a;
DROP TYPE public.span;
CREATE TYPE public.span AS RANGE (
  SUBTYPE = text,
  COLLATION = public.c,
  MULTIRANGE_TYPE_NAME = public.span_multirange
);
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE public.span USING a::public.span;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.span('a'::text, 'b'::text);
DROP COLLATION public._schema_sync_old_c;

-- 5. add exclusion t_a_excl to table t (replace postgres/constraint:t.t_a_excl)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT t_a_excl EXCLUDE USING gist (a WITH &&);

-- 6. create view v (replace view:v)
CREATE VIEW public.v (up) AS
 SELECT upper(a) AS up
   FROM public.t;
