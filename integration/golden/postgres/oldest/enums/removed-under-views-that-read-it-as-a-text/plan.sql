-- alter postgres/enum:mood
--   drop-value labels.sad: sad
-- replace postgres/materialized-view:counted: it cannot stay while postgres/enum:mood is altered
-- replace view:as_text: it cannot stay while postgres/enum:mood is altered
-- replace view:lengths: it cannot stay while postgres/enum:mood is altered
-- replace view:over "it": it cannot stay while view:as_text is replaced

-- ==== up ====
-- batch, all or nothing

-- 1. drop materialized view counted (replace postgres/materialized-view:counted)
DROP MATERIALIZED VIEW public.counted;

-- 2. drop view lengths (replace view:lengths)
DROP VIEW public.lengths;

-- 3. drop view over "it" (replace view:over "it")
DROP VIEW public."over ""it""";

-- 4. drop view as_text (replace view:as_text)
DROP VIEW public.as_text;

-- 5. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.l from enum mood to fewer values, which fails where one that goes is stored [irreversible]
--    ! data-loss, converts-values: changes t.m from enum mood to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of t still hold a value in m that goes from the enum mood
SELECT m AS value, count(*) AS rows FROM public.t WHERE m::text IN ('sad') GROUP BY 1;
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('ok', 'happy');
ALTER TABLE public.t ALTER COLUMN l TYPE public.mood[] USING l::text::public.mood[];
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
DROP TYPE public._schema_sync_old_mood;

-- 6. create materialized view counted (replace postgres/materialized-view:counted)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view counted again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.counted (m, n) AS
 SELECT (t.m)::text AS m,
    count(*) AS n
   FROM public.t
  GROUP BY (t.m)::text
  WITH DATA;

-- 7. create view as_text (replace view:as_text)
CREATE VIEW public.as_text (id, m) AS
 SELECT t.id,
    (t.m)::text AS m
   FROM public.t;

-- 8. create view lengths (replace view:lengths)
CREATE VIEW public.lengths (n) AS
 SELECT array_length(t.l, 1) AS n
   FROM public.t;

-- 9. create view over "it" (replace view:over "it")
CREATE VIEW public."over ""it""" (n) AS
 SELECT count(*) AS n
   FROM public.as_text
  WHERE (as_text.m = 'ok'::text);

-- The way down does not bring back:
--   alter postgres/enum:mood: changes t.l from enum mood to fewer values, which fails where one that goes is stored
--   alter postgres/enum:mood: changes t.m from enum mood to fewer values, which fails where one that goes is stored

-- ==== down ====
-- batch

-- 1. add value sad to enum mood (alter postgres/enum:mood)
ALTER TYPE public.mood ADD VALUE 'sad' BEFORE 'ok';
