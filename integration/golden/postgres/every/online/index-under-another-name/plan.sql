-- drop index:by_total
-- create index:by_total_and_id

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. create index by_total_and_id (create index:by_total_and_id)
CREATE INDEX CONCURRENTLY by_total_and_id ON public.orders USING btree (total, id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.by_total_and_id;
-- batch, postgres/lock_timeout = 0

-- 2. drop index by_total (drop index:by_total)
--    ! slow, drops-index: drops index by_total: queries that used it read all of table orders from then on
DROP INDEX CONCURRENTLY public.by_total;

-- ==== down ====
-- batch, postgres/lock_timeout = 0

-- 1. create index by_total (create index:by_total)
CREATE INDEX CONCURRENTLY by_total ON public.orders USING btree (total);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.by_total;
-- batch, postgres/lock_timeout = 0

-- 2. drop index by_total_and_id (drop index:by_total_and_id)
--    ! slow, drops-index: drops index by_total_and_id: queries that used it read all of table orders from then on
DROP INDEX CONCURRENTLY public.by_total_and_id;
