-- replace index:orders_gone: an index cannot be altered
-- replace index:orders_total: an index cannot be altered
-- alter table:orders
--   rename-column columns.condition: state → condition
--   drop-column columns.gone: gone text
--   change-type columns.note.type: text → character varying(30)
--   add-column columns.extra: extra integer

-- ==== up ====
-- batch, all or nothing

-- 1. rename column state to condition of table orders (alter table:orders)
--    ! correctness, breaks-clients: renames column orders.state to condition: statements that still say orders.state fail from then on
ALTER TABLE public.orders RENAME COLUMN state TO condition;
-- batch, postgres/lock_timeout = 0

-- 2. drop index orders_gone (replace index:orders_gone)
--    ! slow, gone-meanwhile: index orders_gone is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP INDEX CONCURRENTLY public.orders_gone;
-- batch, all or nothing

-- 3. drop column gone of table orders (alter table:orders)
--    ! data-loss, drops-column: drops column orders.gone with all of its values [irreversible]
ALTER TABLE public.orders DROP COLUMN gone;

-- 4. change the type of column note of table orders (alter table:orders)
--    ! data-loss, converts-values: changes orders.note from text to character varying(30), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table orders again, because orders.note becomes character varying(30); nobody reads or writes it meanwhile
ALTER TABLE public.orders ALTER COLUMN note TYPE character varying(30) USING note::character varying;

-- 5. add column extra of table orders (alter table:orders)
ALTER TABLE public.orders ADD COLUMN extra integer;
-- batch, postgres/lock_timeout = 0

-- 6. create index orders_gone (replace index:orders_gone)
CREATE INDEX CONCURRENTLY orders_gone ON public.orders USING btree (total);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.orders_gone;
-- batch, postgres/lock_timeout = 0

-- 7. build the new index orders_total (replace index:orders_total)
CREATE INDEX CONCURRENTLY schema_sync_new_orders_total ON public.orders USING btree (total, extra) WHERE (condition = 'open'::text);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_orders_total;
-- batch, all or nothing

-- 8. put the new index orders_total in the place of the old one (replace index:orders_total)
ALTER INDEX public.orders_total RENAME TO schema_sync_old_orders_total;
ALTER INDEX public.schema_sync_new_orders_total RENAME TO orders_total;
-- batch, postgres/lock_timeout = 0

-- 9. drop the old index orders_total (replace index:orders_total)
DROP INDEX CONCURRENTLY public.schema_sync_old_orders_total;

-- The way down does not bring back:
--   alter table:orders: drops column orders.gone with all of its values
--   alter table:orders: changes orders.note from text to character varying(30), which fails where a stored value is longer, but for blanks at its end, which are cut

-- ==== down ====
-- batch, all or nothing

-- 1. rename column condition to state of table orders (alter table:orders)
--    ! correctness, breaks-clients: renames column orders.condition to state: statements that still say orders.condition fail from then on
ALTER TABLE public.orders RENAME COLUMN condition TO state;
-- batch, postgres/lock_timeout = 0

-- 2. drop index orders_total (replace index:orders_total)
--    ! slow, gone-meanwhile: index orders_total is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP INDEX CONCURRENTLY public.orders_total;
-- batch, all or nothing

-- 3. drop column extra of table orders (alter table:orders)
--    ! data-loss, drops-column: drops column orders.extra with all of its values [irreversible]
ALTER TABLE public.orders DROP COLUMN extra;

-- 4. change the type of column note of table orders (alter table:orders)
ALTER TABLE public.orders ALTER COLUMN note TYPE text;

-- 5. add column gone of table orders (alter table:orders)
ALTER TABLE public.orders ADD COLUMN gone text;
-- batch, postgres/lock_timeout = 0

-- 6. create index orders_total (replace index:orders_total)
CREATE INDEX CONCURRENTLY orders_total ON public.orders USING btree (total) WHERE (state = 'open'::text);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.orders_total;
-- batch, postgres/lock_timeout = 0

-- 7. build the new index orders_gone (replace index:orders_gone)
CREATE INDEX CONCURRENTLY schema_sync_new_orders_gone ON public.orders USING btree (total, gone);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_orders_gone;
-- batch, all or nothing

-- 8. put the new index orders_gone in the place of the old one (replace index:orders_gone)
ALTER INDEX public.orders_gone RENAME TO schema_sync_old_orders_gone;
ALTER INDEX public.schema_sync_new_orders_gone RENAME TO orders_gone;
-- batch, postgres/lock_timeout = 0

-- 9. drop the old index orders_gone (replace index:orders_gone)
DROP INDEX CONCURRENTLY public.schema_sync_old_orders_gone;
