-- alter table:orders
--   change-type columns.total.type: integer → bigint

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column total of table orders (alter table:orders)
--    ! blocks-reads, rewrites-table: writes table orders again, because orders.total becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.orders ALTER COLUMN total TYPE bigint USING total::bigint;

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column total of table orders (alter table:orders)
--    ! data-loss, converts-values: changes orders.total from bigint to integer, which may cut, round or refuse stored values [irreversible]
--    ! blocks-reads, rewrites-table: writes table orders again, because orders.total becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.orders ALTER COLUMN total TYPE integer USING total::integer;
