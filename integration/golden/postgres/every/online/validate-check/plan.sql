-- alter postgres/constraint:orders.positive
--   change-validation unvalidated: true → false

-- ==== up ====
-- batch, all or nothing

-- 1. validate check positive of table orders (alter postgres/constraint:orders.positive)
ALTER TABLE public.orders VALIDATE CONSTRAINT positive;

-- ==== down ====
-- batch, all or nothing

-- 1. drop check positive of table orders (replace postgres/constraint:orders.positive)
ALTER TABLE public.orders DROP CONSTRAINT positive;

-- 2. add check positive to table orders (replace postgres/constraint:orders.positive)
ALTER TABLE public.orders ADD CONSTRAINT positive CHECK ((total > 0)) NOT VALID;
