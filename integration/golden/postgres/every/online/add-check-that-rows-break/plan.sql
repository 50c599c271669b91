-- create postgres/constraint:orders.small

-- ==== up ====
-- batch

-- 1. add check small to table orders (create postgres/constraint:orders.small)
ALTER TABLE public.orders ADD CONSTRAINT small CHECK ((total < 15)) NOT VALID;
ALTER TABLE public.orders VALIDATE CONSTRAINT small;
-- removes what a failure leaves behind: ALTER TABLE public.orders DROP CONSTRAINT small;

-- ==== down ====
-- batch, all or nothing

-- 1. drop check small of table orders (drop postgres/constraint:orders.small)
--    ! correctness, ends-guarantee: drops the check small of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders DROP CONSTRAINT small;
