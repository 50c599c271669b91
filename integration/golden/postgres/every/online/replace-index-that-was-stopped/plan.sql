-- replace index:by_total: an index cannot be altered
-- drop index:schema_sync_new_by_total

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. drop index schema_sync_new_by_total (drop index:schema_sync_new_by_total)
--    ! slow, drops-index: drops index schema_sync_new_by_total: queries that used it read all of table orders from then on
DROP INDEX CONCURRENTLY public.schema_sync_new_by_total;
-- batch, postgres/lock_timeout = 0

-- 2. build the new index by_total (replace index:by_total)
CREATE INDEX CONCURRENTLY schema_sync_new_by_total ON public.orders USING btree (total, id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_by_total;
-- batch, all or nothing

-- 3. put the new index by_total in the place of the old one (replace index:by_total)
ALTER INDEX public.by_total RENAME TO schema_sync_old_by_total;
ALTER INDEX public.schema_sync_new_by_total RENAME TO by_total;
-- batch, postgres/lock_timeout = 0

-- 4. drop the old index by_total (replace index:by_total)
DROP INDEX CONCURRENTLY public.schema_sync_old_by_total;

-- ==== down ====
-- batch, postgres/lock_timeout = 0

-- 1. create index schema_sync_new_by_total (create index:schema_sync_new_by_total)
CREATE INDEX CONCURRENTLY schema_sync_new_by_total ON public.orders USING btree (total, id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_by_total;
-- batch, postgres/lock_timeout = 0

-- 2. drop index by_total (replace index:by_total)
--    ! slow, gone-meanwhile: index by_total is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP INDEX CONCURRENTLY public.by_total;
-- batch, postgres/lock_timeout = 0

-- 3. create index by_total (replace index:by_total)
CREATE INDEX CONCURRENTLY by_total ON public.orders USING btree (total);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.by_total;
