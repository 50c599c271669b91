-- alter table:orders
--   add-column columns.rank: rank public.positive DEFAULT 1

-- ==== up ====
-- batch, all or nothing

-- 1. add column rank of table orders (alter table:orders)
--    ! blocks-reads, rewrites-table: writes table orders again, to fill in the column rank; nobody reads or writes it meanwhile
ALTER TABLE public.orders ADD COLUMN rank public.positive DEFAULT 1;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column rank of table orders (alter table:orders)
--    ! data-loss, drops-column: drops column orders.rank with all of its values [irreversible]
ALTER TABLE public.orders DROP COLUMN rank;
