-- drop index:by_total
-- create index:by_total_and_id

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. create index by_total_and_id (create index:by_total_and_id)
CREATE INDEX CONCURRENTLY by_total_and_id ON public.orders USING btree (total, id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.by_total_and_id;
-- batch, postgres/lock_timeout = 0

-- 2. drop index by_total (drop index:by_total)
DROP INDEX CONCURRENTLY public.by_total;

-- ==== down ====
-- batch, postgres/lock_timeout = 0

-- 1. create index by_total (create index:by_total)
CREATE INDEX CONCURRENTLY by_total ON public.orders USING btree (total);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.by_total;
-- batch, postgres/lock_timeout = 0

-- 2. drop index by_total_and_id (drop index:by_total_and_id)
DROP INDEX CONCURRENTLY public.by_total_and_id;
