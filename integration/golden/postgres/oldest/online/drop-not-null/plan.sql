-- alter table:orders
--   change-not-null columns.total.not-null: true → false

-- ==== up ====
-- batch, all or nothing

-- 1. allow nulls in column total of table orders (alter table:orders)
--    ! correctness, ends-guarantee: drops the NOT NULL of column total of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders ALTER COLUMN total DROP NOT NULL;

-- ==== down ====
-- batch

-- 1. look for nulls in column total of table orders (alter table:orders)
ALTER TABLE public.orders ADD CONSTRAINT schema_sync_not_null_total CHECK (total IS NOT NULL) NOT VALID;
ALTER TABLE public.orders VALIDATE CONSTRAINT schema_sync_not_null_total;
-- removes what a failure leaves behind: ALTER TABLE public.orders DROP CONSTRAINT schema_sync_not_null_total;
-- batch, all or nothing

-- 2. forbid nulls in column total of table orders (alter table:orders)
ALTER TABLE public.orders ALTER COLUMN total SET NOT NULL;
ALTER TABLE public.orders DROP CONSTRAINT schema_sync_not_null_total;
