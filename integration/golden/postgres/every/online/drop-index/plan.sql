-- drop index:orders_total

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. drop index orders_total (drop index:orders_total)
--    ! slow, drops-index: drops index orders_total: queries that used it read all of table orders from then on
DROP INDEX CONCURRENTLY public.orders_total;

-- ==== down ====
-- batch, postgres/lock_timeout = 0

-- 1. create index orders_total (create index:orders_total)
CREATE INDEX CONCURRENTLY orders_total ON public.orders USING btree (total);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.orders_total;
