-- create index:orders_total
-- alter table:few
--   add-column columns.x: x integer

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. create index orders_total (create index:orders_total)
CREATE INDEX CONCURRENTLY orders_total ON public.orders USING btree (total);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.orders_total;
-- batch, all or nothing

-- 2. add column x of table few (alter table:few)
ALTER TABLE public.few ADD COLUMN x integer;

-- ==== down ====
-- batch, postgres/lock_timeout = 0

-- 1. drop index orders_total (drop index:orders_total)
--    ! slow, drops-index: drops index orders_total: queries that used it read all of table orders from then on
DROP INDEX CONCURRENTLY public.orders_total;
-- batch, all or nothing

-- 2. drop column x of table few (alter table:few)
--    ! data-loss, drops-column: drops column few.x with all of its values [irreversible]
ALTER TABLE public.few DROP COLUMN x;
