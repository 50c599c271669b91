-- create postgres/constraint:orders.no)te, (x

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. build the index to add unique no)te, (x to table orders (create postgres/constraint:orders.no)te, (x)
CREATE UNIQUE INDEX CONCURRENTLY "no)te, (x" ON public.orders (note, total) WITH (fillfactor=70);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public."no)te, (x";
-- batch, all or nothing

-- 2. add unique no)te, (x to table orders (create postgres/constraint:orders.no)te, (x)
ALTER TABLE public.orders ADD CONSTRAINT "no)te, (x" UNIQUE USING INDEX "no)te, (x" DEFERRABLE;

-- ==== down ====
-- batch, all or nothing

-- 1. drop unique no)te, (x of table orders (drop postgres/constraint:orders.no)te, (x)
--    ! correctness, ends-guarantee: drops the unique no)te, (x of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders DROP CONSTRAINT "no)te, (x";
