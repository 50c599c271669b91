-- create postgres/constraint:orders.positive

-- ==== up ====
-- batch

-- 1. add check positive to table orders (create postgres/constraint:orders.positive)
ALTER TABLE public.orders ADD CONSTRAINT positive CHECK ((total > 0)) NOT VALID;
ALTER TABLE public.orders VALIDATE CONSTRAINT positive;
-- removes what a failure leaves behind: ALTER TABLE public.orders DROP CONSTRAINT positive;

-- ==== down ====
-- batch, all or nothing

-- 1. drop check positive of table orders (drop postgres/constraint:orders.positive)
--    ! correctness, ends-guarantee: drops the check positive of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders DROP CONSTRAINT positive;
