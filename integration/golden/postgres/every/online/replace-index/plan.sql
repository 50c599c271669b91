-- replace index:orders_total: an index cannot be altered

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. build the new index orders_total (replace index:orders_total)
CREATE INDEX CONCURRENTLY schema_sync_new_orders_total ON public.orders USING btree (total, id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_orders_total;
-- batch, all or nothing

-- 2. put the new index orders_total in the place of the old one (replace index:orders_total)
ALTER INDEX public.orders_total RENAME TO schema_sync_old_orders_total;
ALTER INDEX public.schema_sync_new_orders_total RENAME TO orders_total;
-- batch, postgres/lock_timeout = 0

-- 3. drop the old index orders_total (replace index:orders_total)
DROP INDEX CONCURRENTLY public.schema_sync_old_orders_total;

-- ==== down ====
-- batch, postgres/lock_timeout = 0

-- 1. build the new index orders_total (replace index:orders_total)
CREATE INDEX CONCURRENTLY schema_sync_new_orders_total ON public.orders USING btree (total);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_orders_total;
-- batch, all or nothing

-- 2. put the new index orders_total in the place of the old one (replace index:orders_total)
ALTER INDEX public.orders_total RENAME TO schema_sync_old_orders_total;
ALTER INDEX public.schema_sync_new_orders_total RENAME TO orders_total;
-- batch, postgres/lock_timeout = 0

-- 3. drop the old index orders_total (replace index:orders_total)
DROP INDEX CONCURRENTLY public.schema_sync_old_orders_total;
