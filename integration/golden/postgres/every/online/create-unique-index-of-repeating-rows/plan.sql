-- create index:orders_note

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. create index orders_note (create index:orders_note)
CREATE UNIQUE INDEX CONCURRENTLY orders_note ON public.orders USING btree (note);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.orders_note;

-- ==== down ====
-- batch, postgres/lock_timeout = 0

-- 1. drop index orders_note (drop index:orders_note)
--    ! correctness, ends-guarantee: drops the unique index orders_note of table orders: from then on rows come that break it, and no statement fails
--    ! slow, drops-index: drops index orders_note: queries that used it read all of table orders from then on
DROP INDEX CONCURRENTLY public.orders_note;
