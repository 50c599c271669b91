-- alter table:orders
--   add-column columns.at: at timestamp with time zone DEFAULT now()
--   add-column columns.paid: paid boolean DEFAULT false NOT NULL

-- ==== up ====
-- batch, all or nothing

-- 1. add column at of table orders (alter table:orders)
ALTER TABLE public.orders ADD COLUMN at timestamp with time zone DEFAULT now();
-- batch, all or nothing

-- 2. add column paid of table orders (alter table:orders)
ALTER TABLE public.orders ADD COLUMN paid boolean DEFAULT false NOT NULL;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column at of table orders (alter table:orders)
--    ! data-loss, drops-column: drops column orders.at with all of its values [irreversible]
ALTER TABLE public.orders DROP COLUMN at;
-- batch, all or nothing

-- 2. drop column paid of table orders (alter table:orders)
--    ! data-loss, drops-column: drops column orders.paid with all of its values [irreversible]
ALTER TABLE public.orders DROP COLUMN paid;
