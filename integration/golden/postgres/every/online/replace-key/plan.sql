-- create postgres/constraint:orders.by_id
-- replace postgres/constraint:orders.once: a constraint cannot be altered
-- replace postgres/constraint:orders.orders_pkey: a constraint cannot be altered

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. build the index to add unique by_id to table orders (create postgres/constraint:orders.by_id)
CREATE UNIQUE INDEX CONCURRENTLY by_id ON public.orders (id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.by_id;
-- batch, all or nothing

-- 2. add unique by_id to table orders (create postgres/constraint:orders.by_id)
ALTER TABLE public.orders ADD CONSTRAINT by_id UNIQUE USING INDEX by_id;
-- batch, postgres/lock_timeout = 0

-- 3. build the index to add unique once to table orders (replace postgres/constraint:orders.once)
CREATE UNIQUE INDEX CONCURRENTLY schema_sync_new_once ON public.orders (note, id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_once;
-- batch, all or nothing

-- 4. add unique once to table orders (replace postgres/constraint:orders.once)
--    ! correctness, ends-guarantee: drops the unique once of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders DROP CONSTRAINT once;
ALTER TABLE public.orders ADD CONSTRAINT once UNIQUE USING INDEX schema_sync_new_once;
-- batch, postgres/lock_timeout = 0

-- 5. build the index to add primary key orders_pkey to table orders (replace postgres/constraint:orders.orders_pkey)
CREATE UNIQUE INDEX CONCURRENTLY schema_sync_new_orders_pkey ON public.orders (id, total);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_orders_pkey;
-- batch, all or nothing

-- 6. add primary key orders_pkey to table orders (replace postgres/constraint:orders.orders_pkey)
--    ! correctness, ends-guarantee: drops the primary key orders_pkey of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders DROP CONSTRAINT orders_pkey;
ALTER TABLE public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX schema_sync_new_orders_pkey;

-- ==== down ====
-- batch, all or nothing

-- 1. drop unique by_id of table orders (drop postgres/constraint:orders.by_id)
--    ! correctness, ends-guarantee: drops the unique by_id of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders DROP CONSTRAINT by_id;
-- batch, postgres/lock_timeout = 0

-- 2. build the index to add unique once to table orders (replace postgres/constraint:orders.once)
CREATE UNIQUE INDEX CONCURRENTLY schema_sync_new_once ON public.orders (note);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_once;
-- batch, all or nothing

-- 3. add unique once to table orders (replace postgres/constraint:orders.once)
ALTER TABLE public.orders DROP CONSTRAINT once;
ALTER TABLE public.orders ADD CONSTRAINT once UNIQUE USING INDEX schema_sync_new_once;
-- batch, postgres/lock_timeout = 0

-- 4. build the index to add primary key orders_pkey to table orders (replace postgres/constraint:orders.orders_pkey)
CREATE UNIQUE INDEX CONCURRENTLY schema_sync_new_orders_pkey ON public.orders (id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_orders_pkey;
-- batch, all or nothing

-- 5. add primary key orders_pkey to table orders (replace postgres/constraint:orders.orders_pkey)
ALTER TABLE public.orders DROP CONSTRAINT orders_pkey;
ALTER TABLE public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX schema_sync_new_orders_pkey;
