-- alter table:orders
--   change-type columns.total.type: integer → bigint
-- replace view:totals: a view keeps the columns that it has, and can only get more at the end

-- ==== up ====
-- batch, all or nothing

-- 1. drop view totals (replace view:totals)
DROP VIEW public.totals;

-- 2. change the type of column total of table orders (alter table:orders)
--    ! blocks-reads, rewrites-table: writes table orders again, because orders.total becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.orders ALTER COLUMN total TYPE bigint USING total::bigint;

-- 3. create view totals (replace view:totals)
CREATE VIEW public.totals (total) AS
 SELECT orders.total
   FROM public.orders;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view totals (replace view:totals)
DROP VIEW public.totals;

-- 2. change the type of column total of table orders (alter table:orders)
--    ! blocks-reads, scans-table: reads all of table orders for values of total that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table orders again, because orders.total becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.orders ALTER COLUMN total TYPE integer USING total::integer;

-- 3. create view totals (replace view:totals)
CREATE VIEW public.totals (total) AS
 SELECT orders.total
   FROM public.orders;
