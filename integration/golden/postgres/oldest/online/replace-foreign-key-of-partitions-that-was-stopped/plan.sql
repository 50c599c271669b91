-- replace postgres/constraint:orders.of Ü: a constraint cannot be altered
-- drop postgres/constraint:orders_1.schema_sync_new_of Ü

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign key schema_sync_new_of Ü of table orders_1 (drop postgres/constraint:orders_1.schema_sync_new_of Ü)
--    ! correctness, ends-guarantee: drops the foreign key schema_sync_new_of Ü of table orders_1: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders_1 DROP CONSTRAINT "schema_sync_new_of Ü";
-- batch

-- 2. add foreign key of Ü to table orders, for partition orders_1 (replace postgres/constraint:orders.of Ü)
ALTER TABLE public.orders_1 ADD CONSTRAINT "schema_sync_new_of Ü" FOREIGN KEY (customer) REFERENCES public.customers(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE public.orders_1 VALIDATE CONSTRAINT "schema_sync_new_of Ü";
-- removes what a failure leaves behind: ALTER TABLE public.orders_1 DROP CONSTRAINT "schema_sync_new_of Ü";
-- batch

-- 3. add foreign key of Ü to table orders, for partition orders Ä (replace postgres/constraint:orders.of Ü)
ALTER TABLE public."orders Ä" ADD CONSTRAINT "schema_sync_new_of Ü" FOREIGN KEY (customer) REFERENCES public.customers(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE public."orders Ä" VALIDATE CONSTRAINT "schema_sync_new_of Ü";
-- removes what a failure leaves behind: ALTER TABLE public."orders Ä" DROP CONSTRAINT "schema_sync_new_of Ü";
-- batch, all or nothing

-- 4. drop foreign key of Ü of table orders (replace postgres/constraint:orders.of Ü)
ALTER TABLE public.orders DROP CONSTRAINT "of Ü";

-- 5. add foreign key of Ü to table orders (replace postgres/constraint:orders.of Ü)
ALTER TABLE public.orders_1 RENAME CONSTRAINT "schema_sync_new_of Ü" TO "of Ü";
ALTER TABLE public."orders Ä" RENAME CONSTRAINT "schema_sync_new_of Ü" TO "of Ü";
ALTER TABLE public.orders ADD CONSTRAINT "of Ü" FOREIGN KEY (customer) REFERENCES public.customers(id) ON DELETE CASCADE;

-- ==== down ====
-- batch, all or nothing

-- 1. add foreign key schema_sync_new_of Ü to table orders_1 (create postgres/constraint:orders_1.schema_sync_new_of Ü)
ALTER TABLE public.orders_1 ADD CONSTRAINT "schema_sync_new_of Ü" FOREIGN KEY (customer) REFERENCES public.customers(id) ON DELETE CASCADE NOT VALID;
-- batch, all or nothing

-- 2. drop foreign key of Ü of table orders (replace postgres/constraint:orders.of Ü)
--    ! correctness, gone-meanwhile: constraint of Ü is gone from here until a later step brings it back, and others see that: the two do not commit together
ALTER TABLE public.orders DROP CONSTRAINT "of Ü";
-- batch

-- 3. add foreign key of Ü to table orders, for partition orders_1 (replace postgres/constraint:orders.of Ü)
ALTER TABLE public.orders_1 ADD CONSTRAINT "of Ü" FOREIGN KEY (customer) REFERENCES public.customers(id) NOT VALID;
ALTER TABLE public.orders_1 VALIDATE CONSTRAINT "of Ü";
-- removes what a failure leaves behind: ALTER TABLE public.orders_1 DROP CONSTRAINT "of Ü";
-- batch

-- 4. add foreign key of Ü to table orders, for partition orders Ä (replace postgres/constraint:orders.of Ü)
ALTER TABLE public."orders Ä" ADD CONSTRAINT "of Ü" FOREIGN KEY (customer) REFERENCES public.customers(id) NOT VALID;
ALTER TABLE public."orders Ä" VALIDATE CONSTRAINT "of Ü";
-- removes what a failure leaves behind: ALTER TABLE public."orders Ä" DROP CONSTRAINT "of Ü";
-- batch, all or nothing

-- 5. add foreign key of Ü to table orders (replace postgres/constraint:orders.of Ü)
ALTER TABLE public.orders ADD CONSTRAINT "of Ü" FOREIGN KEY (customer) REFERENCES public.customers(id);
