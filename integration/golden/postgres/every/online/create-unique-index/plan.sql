-- create index:orders_lower

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. create index orders_lower (create index:orders_lower)
CREATE UNIQUE INDEX CONCURRENTLY orders_lower ON public.orders USING btree (lower(note)) INCLUDE (total);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.orders_lower;

-- ==== down ====
-- batch, postgres/lock_timeout = 0

-- 1. drop index orders_lower (drop index:orders_lower)
--    ! correctness, ends-guarantee: drops the unique index orders_lower of table orders: from then on rows come that break it, and no statement fails
--    ! slow, drops-index: drops index orders_lower: queries that used it read all of table orders from then on
DROP INDEX CONCURRENTLY public.orders_lower;
