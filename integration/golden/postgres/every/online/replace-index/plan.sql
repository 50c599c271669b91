-- replace index:orders_total: an index cannot be altered

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. drop index orders_total (replace index:orders_total)
DROP INDEX CONCURRENTLY public.orders_total;
-- batch, postgres/lock_timeout = 0

-- 2. create index orders_total (replace index:orders_total)
CREATE INDEX CONCURRENTLY orders_total ON public.orders USING btree (total, id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.orders_total;

-- ==== down ====
-- batch, postgres/lock_timeout = 0

-- 1. drop index orders_total (replace index:orders_total)
DROP INDEX CONCURRENTLY public.orders_total;
-- batch, postgres/lock_timeout = 0

-- 2. create index orders_total (replace index:orders_total)
CREATE INDEX CONCURRENTLY orders_total ON public.orders USING btree (total);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.orders_total;
