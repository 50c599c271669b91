-- alter table:orders
--   add-column columns.double: double integer GENERATED ALWAYS AS ((total * 2)) STORED

-- ==== up ====
-- batch, all or nothing

-- 1. add column double of table orders (alter table:orders)
--    ! blocks-reads, rewrites-table: writes table orders again, to fill in the column double; nobody reads or writes it meanwhile
ALTER TABLE public.orders ADD COLUMN double integer GENERATED ALWAYS AS ((total * 2)) STORED;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column double of table orders (alter table:orders)
ALTER TABLE public.orders DROP COLUMN double;
