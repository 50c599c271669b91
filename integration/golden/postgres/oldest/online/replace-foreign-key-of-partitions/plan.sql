-- replace postgres/constraint:orders.of Ü: a constraint cannot be altered

-- ==== up ====
-- batch

-- 1. add foreign key of Ü to table orders, for partition orders_1 (replace postgres/constraint:orders.of Ü)
ALTER TABLE public.orders_1 ADD CONSTRAINT "schema_sync_new_of Ü" FOREIGN KEY (customer) REFERENCES public.customers(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE public.orders_1 VALIDATE CONSTRAINT "schema_sync_new_of Ü";
-- removes what a failure leaves behind: ALTER TABLE public.orders_1 DROP CONSTRAINT "schema_sync_new_of Ü";
-- batch

-- 2. add foreign key of Ü to table orders, for partition orders Ä (replace postgres/constraint:orders.of Ü)
ALTER TABLE public."orders Ä" ADD CONSTRAINT "schema_sync_new_of Ü" FOREIGN KEY (customer) REFERENCES public.customers(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE public."orders Ä" VALIDATE CONSTRAINT "schema_sync_new_of Ü";
-- removes what a failure leaves behind: ALTER TABLE public."orders Ä" DROP CONSTRAINT "schema_sync_new_of Ü";
-- batch, all or nothing

-- 3. drop foreign key of Ü of table orders (replace postgres/constraint:orders.of Ü)
ALTER TABLE public.orders DROP CONSTRAINT "of Ü";

-- 4. add foreign key of Ü to table orders (replace postgres/constraint:orders.of Ü)
ALTER TABLE public.orders_1 RENAME CONSTRAINT "schema_sync_new_of Ü" TO "of Ü";
ALTER TABLE public."orders Ä" RENAME CONSTRAINT "schema_sync_new_of Ü" TO "of Ü";
ALTER TABLE public.orders ADD CONSTRAINT "of Ü" FOREIGN KEY (customer) REFERENCES public.customers(id) ON DELETE CASCADE;

-- ==== down ====
-- batch

-- 1. add foreign key of Ü to table orders, for partition orders_1 (replace postgres/constraint:orders.of Ü)
ALTER TABLE public.orders_1 ADD CONSTRAINT "schema_sync_new_of Ü" FOREIGN KEY (customer) REFERENCES public.customers(id) NOT VALID;
ALTER TABLE public.orders_1 VALIDATE CONSTRAINT "schema_sync_new_of Ü";
-- removes what a failure leaves behind: ALTER TABLE public.orders_1 DROP CONSTRAINT "schema_sync_new_of Ü";
-- batch

-- 2. add foreign key of Ü to table orders, for partition orders Ä (replace postgres/constraint:orders.of Ü)
ALTER TABLE public."orders Ä" ADD CONSTRAINT "schema_sync_new_of Ü" FOREIGN KEY (customer) REFERENCES public.customers(id) NOT VALID;
ALTER TABLE public."orders Ä" VALIDATE CONSTRAINT "schema_sync_new_of Ü";
-- removes what a failure leaves behind: ALTER TABLE public."orders Ä" DROP CONSTRAINT "schema_sync_new_of Ü";
-- batch, all or nothing

-- 3. drop foreign key of Ü of table orders (replace postgres/constraint:orders.of Ü)
ALTER TABLE public.orders DROP CONSTRAINT "of Ü";

-- 4. add foreign key of Ü to table orders (replace postgres/constraint:orders.of Ü)
ALTER TABLE public.orders_1 RENAME CONSTRAINT "schema_sync_new_of Ü" TO "of Ü";
ALTER TABLE public."orders Ä" RENAME CONSTRAINT "schema_sync_new_of Ü" TO "of Ü";
ALTER TABLE public.orders ADD CONSTRAINT "of Ü" FOREIGN KEY (customer) REFERENCES public.customers(id);
