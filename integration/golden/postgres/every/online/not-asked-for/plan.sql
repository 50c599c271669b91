-- create index:orders_total

-- ==== up ====
-- batch, all or nothing

-- 1. create index orders_total (create index:orders_total)
--    ! blocks-writes, builds-index: builds an index over table orders; nobody writes to it meanwhile
CREATE INDEX orders_total ON public.orders USING btree (total);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index orders_total (drop index:orders_total)
--    ! slow, drops-index: drops index orders_total: queries that used it read all of table orders from then on
DROP INDEX public.orders_total;
