-- alter table:orders
--   change-not-null columns.note.not-null: false → true

-- ==== up ====
-- batch

-- 1. look for nulls in column note of table orders (alter table:orders)
ALTER TABLE public.orders ADD CONSTRAINT schema_sync_not_null_note CHECK (note IS NOT NULL) NOT VALID;
ALTER TABLE public.orders VALIDATE CONSTRAINT schema_sync_not_null_note;
-- removes what a failure leaves behind: ALTER TABLE public.orders DROP CONSTRAINT schema_sync_not_null_note;
-- batch, all or nothing

-- 2. forbid nulls in column note of table orders (alter table:orders)
ALTER TABLE public.orders ALTER COLUMN note SET NOT NULL;
ALTER TABLE public.orders DROP CONSTRAINT schema_sync_not_null_note;

-- ==== down ====
-- batch, all or nothing

-- 1. allow nulls in column note of table orders (alter table:orders)
--    ! correctness, ends-guarantee: drops the NOT NULL of column note of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders ALTER COLUMN note DROP NOT NULL;
