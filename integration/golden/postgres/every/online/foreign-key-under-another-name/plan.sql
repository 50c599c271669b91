-- create postgres/constraint:orders.by Ü
-- drop postgres/constraint:orders.of

-- ==== up ====
-- batch

-- 1. add foreign key by Ü to table orders (create postgres/constraint:orders.by Ü)
ALTER TABLE public.orders ADD CONSTRAINT "by Ü" FOREIGN KEY (customer) REFERENCES public.customers(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE public.orders VALIDATE CONSTRAINT "by Ü";
-- removes what a failure leaves behind: ALTER TABLE public.orders DROP CONSTRAINT "by Ü";
-- batch, all or nothing

-- 2. drop foreign key of of table orders (drop postgres/constraint:orders.of)
--    ! correctness, ends-guarantee: drops the foreign key of of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders DROP CONSTRAINT of;

-- ==== down ====
-- batch

-- 1. add foreign key of to table orders (create postgres/constraint:orders.of)
ALTER TABLE public.orders ADD CONSTRAINT of FOREIGN KEY (customer) REFERENCES public.customers(id) NOT VALID;
ALTER TABLE public.orders VALIDATE CONSTRAINT of;
-- removes what a failure leaves behind: ALTER TABLE public.orders DROP CONSTRAINT of;
-- batch, all or nothing

-- 2. drop foreign key by Ü of table orders (drop postgres/constraint:orders.by Ü)
--    ! correctness, ends-guarantee: drops the foreign key by Ü of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders DROP CONSTRAINT "by Ü";
