-- create postgres/constraint:orders.orders_pkey
-- alter table:orders
--   change-not-null columns.id.not-null: false → true

-- ==== up ====
-- batch

-- 1. look for nulls in column id of table orders (alter table:orders)
ALTER TABLE public.orders ADD CONSTRAINT schema_sync_not_null_id CHECK (id IS NOT NULL) NOT VALID;
ALTER TABLE public.orders VALIDATE CONSTRAINT schema_sync_not_null_id;
-- removes what a failure leaves behind: ALTER TABLE public.orders DROP CONSTRAINT schema_sync_not_null_id;
-- batch, all or nothing

-- 2. forbid nulls in column id of table orders (alter table:orders)
ALTER TABLE public.orders ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.orders DROP CONSTRAINT schema_sync_not_null_id;
-- batch, postgres/lock_timeout = 0

-- 3. build the index to add primary key orders_pkey to table orders (create postgres/constraint:orders.orders_pkey)
CREATE UNIQUE INDEX CONCURRENTLY orders_pkey ON public.orders (id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.orders_pkey;
-- batch, all or nothing

-- 4. add primary key orders_pkey to table orders (create postgres/constraint:orders.orders_pkey)
ALTER TABLE public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_pkey;

-- ==== down ====
-- batch, all or nothing

-- 1. drop primary key orders_pkey of table orders (drop postgres/constraint:orders.orders_pkey)
--    ! correctness, ends-guarantee: drops the primary key orders_pkey of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders DROP CONSTRAINT orders_pkey;
-- batch, all or nothing

-- 2. allow nulls in column id of table orders (alter table:orders)
--    ! correctness, ends-guarantee: drops the NOT NULL of column id of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders ALTER COLUMN id DROP NOT NULL;
