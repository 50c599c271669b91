-- replace postgres/constraint:orders.of: a constraint cannot be altered
-- replace postgres/constraint:orders.positive: a constraint cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign key of of table orders (replace postgres/constraint:orders.of)
ALTER TABLE public.orders DROP CONSTRAINT of;

-- 2. add foreign key of to table orders (replace postgres/constraint:orders.of)
ALTER TABLE public.orders ADD CONSTRAINT of FOREIGN KEY (customer) REFERENCES public.customers(id) ON DELETE CASCADE NOT VALID;
-- batch, all or nothing

-- 3. validate foreign key of of table orders (replace postgres/constraint:orders.of)
ALTER TABLE public.orders VALIDATE CONSTRAINT of;
-- batch, all or nothing

-- 4. drop check positive of table orders (replace postgres/constraint:orders.positive)
ALTER TABLE public.orders DROP CONSTRAINT positive;

-- 5. add check positive to table orders (replace postgres/constraint:orders.positive)
ALTER TABLE public.orders ADD CONSTRAINT positive CHECK ((total > 10)) NOT VALID;
-- batch, all or nothing

-- 6. validate check positive of table orders (replace postgres/constraint:orders.positive)
ALTER TABLE public.orders VALIDATE CONSTRAINT positive;

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign key of of table orders (replace postgres/constraint:orders.of)
ALTER TABLE public.orders DROP CONSTRAINT of;

-- 2. add foreign key of to table orders (replace postgres/constraint:orders.of)
ALTER TABLE public.orders ADD CONSTRAINT of FOREIGN KEY (customer) REFERENCES public.customers(id) NOT VALID;
-- batch, all or nothing

-- 3. validate foreign key of of table orders (replace postgres/constraint:orders.of)
ALTER TABLE public.orders VALIDATE CONSTRAINT of;
-- batch, all or nothing

-- 4. drop check positive of table orders (replace postgres/constraint:orders.positive)
ALTER TABLE public.orders DROP CONSTRAINT positive;

-- 5. add check positive to table orders (replace postgres/constraint:orders.positive)
ALTER TABLE public.orders ADD CONSTRAINT positive CHECK ((total > 0)) NOT VALID;
-- batch, all or nothing

-- 6. validate check positive of table orders (replace postgres/constraint:orders.positive)
ALTER TABLE public.orders VALIDATE CONSTRAINT positive;
