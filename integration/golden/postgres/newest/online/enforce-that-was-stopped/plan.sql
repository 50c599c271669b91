-- alter postgres/constraint:orders.of
--   change-enforcement definition: false → true
-- drop postgres/constraint:orders.schema_sync_new_of

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign key schema_sync_new_of of table orders (drop postgres/constraint:orders.schema_sync_new_of)
--    ! correctness, ends-guarantee: drops the foreign key schema_sync_new_of of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders DROP CONSTRAINT schema_sync_new_of;
-- batch, all or nothing

-- 2. add the key to enforce foreign key of of table orders (alter postgres/constraint:orders.of)
ALTER TABLE public.orders ADD CONSTRAINT schema_sync_new_of FOREIGN KEY (customer) REFERENCES public.customers(id) NOT VALID;
-- batch, all or nothing

-- 3. validate foreign key schema_sync_new_of of table orders (alter postgres/constraint:orders.of)
ALTER TABLE public.orders VALIDATE CONSTRAINT schema_sync_new_of;
-- batch, all or nothing

-- 4. enforce foreign key of of table orders (alter postgres/constraint:orders.of)
ALTER TABLE public.orders DROP CONSTRAINT of;
ALTER TABLE public.orders RENAME CONSTRAINT schema_sync_new_of TO of;

-- ==== down ====
-- batch, all or nothing

-- 1. stop enforcing foreign key of of table orders (alter postgres/constraint:orders.of)
--    ! correctness, ends-guarantee: stops enforcing the foreign key of of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders ALTER CONSTRAINT of NOT ENFORCED;
-- batch, all or nothing

-- 2. add foreign key schema_sync_new_of to table orders (create postgres/constraint:orders.schema_sync_new_of)
ALTER TABLE public.orders ADD CONSTRAINT schema_sync_new_of FOREIGN KEY (customer) REFERENCES public.customers(id) NOT VALID;
