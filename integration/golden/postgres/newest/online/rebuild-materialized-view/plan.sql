-- replace postgres/materialized-view:empty: a materialized view takes another query only when it is created
-- replace postgres/materialized-view:we"ird: a materialized view takes another query only when it is created

-- ==== up ====
-- batch, all or nothing

-- 1. build the new materialized view we"ird (replace postgres/materialized-view:we"ird)
--    ! slow, fills-materialized-view: runs the query of materialized view we"ird
CREATE MATERIALIZED VIEW public."schema_sync_new_we""ird" (id, total) AS
 SELECT id,
    total
   FROM public.orders
  WHERE (total > 3)
  WITH DATA;
-- batch, all or nothing

-- 2. drop materialized view empty (replace postgres/materialized-view:empty)
DROP MATERIALIZED VIEW public.empty;

-- 3. create materialized view empty (replace postgres/materialized-view:empty)
CREATE MATERIALIZED VIEW public.empty (id, total) AS
 SELECT id,
    total
   FROM public.orders
  WHERE (total > 3)
  WITH NO DATA;

-- 4. drop materialized view we"ird (replace postgres/materialized-view:we"ird)
DROP MATERIALIZED VIEW public."we""ird";

-- 5. put the new materialized view we"ird in the place of the old one (replace postgres/materialized-view:we"ird)
ALTER MATERIALIZED VIEW public."schema_sync_new_we""ird" RENAME TO "we""ird";

-- ==== down ====
-- batch, all or nothing

-- 1. build the new materialized view we"ird (replace postgres/materialized-view:we"ird)
--    ! slow, fills-materialized-view: runs the query of materialized view we"ird
CREATE MATERIALIZED VIEW public."schema_sync_new_we""ird" (id, total) AS
 SELECT id,
    total
   FROM public.orders
  WHERE (total > 10)
  WITH DATA;
-- batch, all or nothing

-- 2. drop materialized view empty (replace postgres/materialized-view:empty)
DROP MATERIALIZED VIEW public.empty;

-- 3. create materialized view empty (replace postgres/materialized-view:empty)
CREATE MATERIALIZED VIEW public.empty (id, total) AS
 SELECT id,
    total
   FROM public.orders
  WHERE (total > 10)
  WITH NO DATA;

-- 4. drop materialized view we"ird (replace postgres/materialized-view:we"ird)
DROP MATERIALIZED VIEW public."we""ird";

-- 5. put the new materialized view we"ird in the place of the old one (replace postgres/materialized-view:we"ird)
ALTER MATERIALIZED VIEW public."schema_sync_new_we""ird" RENAME TO "we""ird";
