-- create index:fresh_order
-- create index:orders_paid
-- create postgres/constraint:fresh.fresh_pkey
-- create table:fresh
-- alter table:orders
--   rename-column columns.memo: note → memo
--   change-default columns.total.default: none → 0
--   add-column columns.paid: paid boolean
--   change-options options: [] → ["fillfactor=80"]
-- drop table:small

-- ==== up ====
-- batch, all or nothing

-- 1. drop table small (drop table:small)
--    ! data-loss, drops-table: drops table small with all of its rows [irreversible]
DROP TABLE public.small;
-- batch, all or nothing

-- 2. create table fresh (create table:fresh)
CREATE TABLE public.fresh (
  id integer NOT NULL,
  order_id bigint
);

-- 3. create index fresh_order (create index:fresh_order)
CREATE INDEX fresh_order ON public.fresh USING btree (order_id);

-- 4. add primary key fresh_pkey to table fresh (create postgres/constraint:fresh.fresh_pkey)
ALTER TABLE public.fresh ADD CONSTRAINT fresh_pkey PRIMARY KEY (id);
-- batch, all or nothing

-- 5. rename column note to memo of table orders (alter table:orders)
--    ! correctness, breaks-clients: renames column orders.note to memo: statements that still say orders.note fail from then on
ALTER TABLE public.orders RENAME COLUMN note TO memo;
-- batch, all or nothing

-- 6. change the default of column total of table orders (alter table:orders)
ALTER TABLE public.orders ALTER COLUMN total SET DEFAULT 0;
-- batch, all or nothing

-- 7. add column paid of table orders (alter table:orders)
ALTER TABLE public.orders ADD COLUMN paid boolean;
-- batch, all or nothing

-- 8. change the storage parameters of table orders (alter table:orders)
ALTER TABLE public.orders SET (fillfactor=80);
-- batch, postgres/lock_timeout = 0

-- 9. create index orders_paid (create index:orders_paid)
CREATE INDEX CONCURRENTLY orders_paid ON public.orders USING btree (paid);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.orders_paid;

-- The way down does not bring back:
--   drop table:small: drops table small with all of its rows

-- ==== down ====
-- batch, postgres/lock_timeout = 0

-- 1. drop index orders_paid (drop index:orders_paid)
--    ! slow, drops-index: drops index orders_paid: queries that used it read all of table orders from then on
DROP INDEX CONCURRENTLY public.orders_paid;
-- batch, all or nothing

-- 2. drop table fresh (drop table:fresh)
--    ! data-loss, drops-table: drops table fresh with all of its rows [irreversible]
DROP TABLE public.fresh;
-- batch, all or nothing

-- 3. rename column memo to note of table orders (alter table:orders)
--    ! correctness, breaks-clients: renames column orders.memo to note: statements that still say orders.memo fail from then on
ALTER TABLE public.orders RENAME COLUMN memo TO note;
-- batch, all or nothing

-- 4. drop column paid of table orders (alter table:orders)
--    ! data-loss, drops-column: drops column orders.paid with all of its values [irreversible]
ALTER TABLE public.orders DROP COLUMN paid;
-- batch, all or nothing

-- 5. change the default of column total of table orders (alter table:orders)
ALTER TABLE public.orders ALTER COLUMN total DROP DEFAULT;
-- batch, all or nothing

-- 6. change the storage parameters of table orders (alter table:orders)
ALTER TABLE public.orders RESET (fillfactor);
-- batch, all or nothing

-- 7. create table small (create table:small)
CREATE TABLE public.small (
  id integer
);
