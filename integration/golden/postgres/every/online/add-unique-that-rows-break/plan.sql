-- create postgres/constraint:orders.orders_note

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. build the index to add unique orders_note to table orders (create postgres/constraint:orders.orders_note)
CREATE UNIQUE INDEX CONCURRENTLY orders_note ON public.orders (note);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.orders_note;
-- batch, all or nothing

-- 2. add unique orders_note to table orders (create postgres/constraint:orders.orders_note)
ALTER TABLE public.orders ADD CONSTRAINT orders_note UNIQUE USING INDEX orders_note;

-- ==== down ====
-- batch, all or nothing

-- 1. drop unique orders_note of table orders (drop postgres/constraint:orders.orders_note)
--    ! correctness, ends-guarantee: drops the unique orders_note of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders DROP CONSTRAINT orders_note;
