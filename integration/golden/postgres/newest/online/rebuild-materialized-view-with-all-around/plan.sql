-- replace index:big_id: it cannot stay while postgres/materialized-view:big is replaced
-- create index:big_more
-- drop index:big_total
-- replace postgres/comment:big.postgres/materialized-view: it cannot stay while postgres/materialized-view:big is replaced
-- replace postgres/comment:big_id.index: it cannot stay while index:big_id is replaced
-- replace postgres/materialized-view:big: a materialized view takes another query only when it is created
-- alter table:orders
--   add-column columns.more: more integer
-- replace view:counted: it cannot stay while postgres/materialized-view:big is replaced

-- ==== up ====
-- batch, all or nothing

-- 1. add column more of table orders (alter table:orders)
ALTER TABLE public.orders ADD COLUMN more integer;
-- batch, all or nothing

-- 2. build the new materialized view big (replace postgres/materialized-view:big)
--    ! slow, fills-materialized-view: runs the query of materialized view big
CREATE MATERIALIZED VIEW public.schema_sync_new_big (id, total, more) AS
 SELECT id,
    total,
    more
   FROM public.orders
  WHERE (total > 3)
  WITH DATA;
CREATE UNIQUE INDEX schema_sync_new_big_id ON public.schema_sync_new_big USING btree (id);
CREATE INDEX schema_sync_new_big_more ON public.schema_sync_new_big USING btree (more);
-- batch, all or nothing

-- 3. drop view counted (replace view:counted)
DROP VIEW public.counted;

-- 4. drop materialized view big (replace postgres/materialized-view:big)
DROP MATERIALIZED VIEW public.big;

-- 5. put the new materialized view big in the place of the old one (replace postgres/materialized-view:big)
ALTER MATERIALIZED VIEW public.schema_sync_new_big RENAME TO big;

-- 6. give index big_id its name (replace index:big_id)
ALTER INDEX public.schema_sync_new_big_id RENAME TO big_id;

-- 7. comment on materialized view big (replace postgres/comment:big.postgres/materialized-view)
COMMENT ON MATERIALIZED VIEW public.big IS 'the big ones';

-- 8. comment on index big_id (replace postgres/comment:big_id.index)
COMMENT ON INDEX public.big_id IS 'an index';

-- 9. create view counted (replace view:counted)
CREATE VIEW public.counted (count) AS
 SELECT count(*) AS count
   FROM public.big;

-- 10. give index big_more its name (create index:big_more)
ALTER INDEX public.schema_sync_new_big_more RENAME TO big_more;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view counted (replace view:counted)
DROP VIEW public.counted;

-- 2. drop materialized view big (replace postgres/materialized-view:big)
DROP MATERIALIZED VIEW public.big;

-- 3. drop column more of table orders (alter table:orders)
--    ! data-loss, drops-column: drops column orders.more with all of its values [irreversible]
ALTER TABLE public.orders DROP COLUMN more;

-- 4. create materialized view big (replace postgres/materialized-view:big)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view big again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.big (id, total) AS
 SELECT id,
    total
   FROM public.orders
  WHERE (total > 10)
  WITH DATA;

-- 5. comment on materialized view big (replace postgres/comment:big.postgres/materialized-view)
COMMENT ON MATERIALIZED VIEW public.big IS 'the big ones';

-- 6. create view counted (replace view:counted)
CREATE VIEW public.counted (count) AS
 SELECT count(*) AS count
   FROM public.big;
-- batch, postgres/lock_timeout = 0

-- 7. create index big_id (replace index:big_id)
CREATE UNIQUE INDEX CONCURRENTLY big_id ON public.big USING btree (id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.big_id;
-- batch, all or nothing

-- 8. comment on index big_id (replace postgres/comment:big_id.index)
COMMENT ON INDEX public.big_id IS 'an index';
-- batch, postgres/lock_timeout = 0

-- 9. create index big_total (create index:big_total)
CREATE INDEX CONCURRENTLY big_total ON public.big USING btree (total);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.big_total;
