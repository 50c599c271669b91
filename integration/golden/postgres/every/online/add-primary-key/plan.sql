-- create postgres/constraint:orders.orders_pkey

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. build the index to add primary key orders_pkey to table orders (create postgres/constraint:orders.orders_pkey)
CREATE UNIQUE INDEX CONCURRENTLY orders_pkey ON public.orders (id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.orders_pkey;
-- batch, all or nothing

-- 2. add primary key orders_pkey to table orders (create postgres/constraint:orders.orders_pkey)
ALTER TABLE public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_pkey;

-- ==== down ====
-- batch, all or nothing

-- 1. drop primary key orders_pkey of table orders (drop postgres/constraint:orders.orders_pkey)
--    ! correctness, ends-guarantee: drops the primary key orders_pkey of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders DROP CONSTRAINT orders_pkey;
