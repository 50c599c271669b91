-- alter postgres/composite-type:s
--   change-attributes attributes: a integer, b text → a bigint, b text
-- replace postgres/materialized-view:Fields "kept": it cannot stay while postgres/composite-type:s is altered
-- replace view:fields: it cannot stay while postgres/composite-type:s is altered
-- replace view:over: it cannot stay while postgres/materialized-view:Fields "kept" is replaced

-- ==== up ====
-- batch, all or nothing

-- 1. drop view fields (replace view:fields)
DROP VIEW public.fields;

-- 2. drop view over (replace view:over)
DROP VIEW public.over;

-- 3. drop materialized view Fields "kept" (replace postgres/materialized-view:Fields "kept")
DROP MATERIALIZED VIEW public."Fields ""kept""";

-- 4. make composite type s anew (alter postgres/composite-type:s)
--    ! blocks-reads, rewrites-table: writes table t again, because the type s is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.s RENAME TO _schema_sync_old_s;
CREATE TYPE public.s AS (
  a bigint,
  b text
);
ALTER TABLE public.t ALTER COLUMN s TYPE public.s USING CASE WHEN s IS DISTINCT FROM NULL THEN ROW((s).a::bigint, (s).b)::public.s END;
DROP TYPE public._schema_sync_old_s;

-- 5. create materialized view Fields "kept" (replace postgres/materialized-view:Fields "kept")
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view Fields "kept" again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public."Fields ""kept""" (b) AS
 SELECT (t.s).b AS b
   FROM public.t
  WITH DATA;

-- 6. create view fields (replace view:fields)
CREATE VIEW public.fields (id, b) AS
 SELECT t.id,
    (t.s).b AS b
   FROM public.t;

-- 7. create view over (replace view:over)
CREATE VIEW public.over (b) AS
 SELECT "Fields ""kept""".b
   FROM public."Fields ""kept""";

-- ==== down ====
-- batch, all or nothing

-- 1. drop view fields (replace view:fields)
DROP VIEW public.fields;

-- 2. drop view over (replace view:over)
DROP VIEW public.over;

-- 3. drop materialized view Fields "kept" (replace postgres/materialized-view:Fields "kept")
DROP MATERIALIZED VIEW public."Fields ""kept""";

-- 4. make composite type s anew (alter postgres/composite-type:s)
--    ! blocks-reads, rewrites-table: writes table t again, because the type s is made anew; nobody reads or writes it meanwhile
--    ! blocks-reads, scans-table: reads all of table t for values of s.a that are no integer, and rows that do not comply make it fail
ALTER TYPE public.s RENAME TO _schema_sync_old_s;
CREATE TYPE public.s AS (
  a integer,
  b text
);
ALTER TABLE public.t ALTER COLUMN s TYPE public.s USING CASE WHEN s IS DISTINCT FROM NULL THEN ROW((s).a::integer, (s).b)::public.s END;
DROP TYPE public._schema_sync_old_s;

-- 5. create materialized view Fields "kept" (replace postgres/materialized-view:Fields "kept")
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view Fields "kept" again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public."Fields ""kept""" (b) AS
 SELECT (t.s).b AS b
   FROM public.t
  WITH DATA;

-- 6. create view fields (replace view:fields)
CREATE VIEW public.fields (id, b) AS
 SELECT t.id,
    (t.s).b AS b
   FROM public.t;

-- 7. create view over (replace view:over)
CREATE VIEW public.over (b) AS
 SELECT "Fields ""kept""".b
   FROM public."Fields ""kept""";
