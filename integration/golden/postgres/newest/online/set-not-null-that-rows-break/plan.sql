-- alter table:orders
--   change-not-null columns.note.not-null: false → true

-- ==== up ====
-- batch

-- 1. forbid nulls in column note of table orders (alter table:orders)
ALTER TABLE public.orders ADD CONSTRAINT orders_note_not_null NOT NULL note NOT VALID;
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_note_not_null;
-- removes what a failure leaves behind: ALTER TABLE public.orders DROP CONSTRAINT orders_note_not_null;

-- ==== down ====
-- batch, all or nothing

-- 1. allow nulls in column note of table orders (alter table:orders)
--    ! correctness, ends-guarantee: drops the NOT NULL of column note of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders ALTER COLUMN note DROP NOT NULL;
