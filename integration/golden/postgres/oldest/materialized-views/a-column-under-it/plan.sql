-- replace index:typed_a: it cannot stay while postgres/materialized-view:typed is replaced
-- alter postgres/enum:mood
--   drop-value labels.sad: sad
--   add-value labels.fine: fine
-- replace postgres/materialized-view:of_gone: a materialized view takes another query only when it is created
-- replace postgres/materialized-view:of_mood: it cannot stay while postgres/enum:mood is altered
-- replace postgres/materialized-view:typed: a materialized view takes another query only when it is created
-- alter table:t
--   drop-column columns.gone: gone integer
--   change-type columns.a.type: integer → bigint

-- ==== up ====
-- batch, all or nothing

-- 1. drop materialized view of_gone (replace postgres/materialized-view:of_gone)
DROP MATERIALIZED VIEW public.of_gone;

-- 2. drop materialized view of_mood (replace postgres/materialized-view:of_mood)
DROP MATERIALIZED VIEW public.of_mood;

-- 3. drop materialized view typed (replace postgres/materialized-view:typed)
DROP MATERIALIZED VIEW public.typed;

-- 4. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.m from enum mood to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of t still hold a value in m that goes from the enum mood
SELECT m AS value, count(*) AS rows FROM public.t WHERE m::text IN ('sad') GROUP BY 1;
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('ok', 'fine');
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
DROP TYPE public._schema_sync_old_mood;

-- 5. drop column gone of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.gone with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN gone;

-- 6. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;

-- 7. create materialized view of_gone (replace postgres/materialized-view:of_gone)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view of_gone again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.of_gone (id) AS
 SELECT t.id
   FROM public.t
  WITH DATA;

-- 8. create materialized view of_mood (replace postgres/materialized-view:of_mood)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view of_mood again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.of_mood (id, m) AS
 SELECT t.id,
    t.m
   FROM public.t
  WITH DATA;

-- 9. create materialized view typed (replace postgres/materialized-view:typed)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view typed again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.typed (id, a) AS
 SELECT t.id,
    t.a
   FROM public.t
  WITH DATA;

-- 10. create index typed_a (replace index:typed_a)
CREATE INDEX typed_a ON public.typed USING btree (a);

-- The way down does not bring back:
--   alter postgres/enum:mood: changes t.m from enum mood to fewer values, which fails where one that goes is stored
--   alter table:t: drops column t.gone with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop materialized view of_gone (replace postgres/materialized-view:of_gone)
DROP MATERIALIZED VIEW public.of_gone;

-- 2. drop materialized view of_mood (replace postgres/materialized-view:of_mood)
DROP MATERIALIZED VIEW public.of_mood;

-- 3. drop materialized view typed (replace postgres/materialized-view:typed)
DROP MATERIALIZED VIEW public.typed;

-- 4. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.m from enum mood to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of t still hold a value in m that goes from the enum mood
SELECT m AS value, count(*) AS rows FROM public.t WHERE m::text IN ('fine') GROUP BY 1;
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('sad', 'ok');
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
DROP TYPE public._schema_sync_old_mood;

-- 5. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 6. add column gone of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN gone integer;

-- 7. create materialized view of_gone (replace postgres/materialized-view:of_gone)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view of_gone again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.of_gone (id, gone) AS
 SELECT t.id,
    t.gone
   FROM public.t
  WITH DATA;

-- 8. create materialized view of_mood (replace postgres/materialized-view:of_mood)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view of_mood again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.of_mood (id, m) AS
 SELECT t.id,
    t.m
   FROM public.t
  WITH DATA;

-- 9. create materialized view typed (replace postgres/materialized-view:typed)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view typed again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.typed (id, a) AS
 SELECT t.id,
    t.a
   FROM public.t
  WITH DATA;

-- 10. create index typed_a (replace index:typed_a)
CREATE INDEX typed_a ON public.typed USING btree (a);
