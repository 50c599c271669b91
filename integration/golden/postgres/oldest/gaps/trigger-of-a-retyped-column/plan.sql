-- replace postgres/trigger:orders.audit: it cannot stay while table:orders is altered
-- alter table:orders
--   change-not-null columns.note.not-null: false → true
--   change-type columns.x.type: integer → bigint

-- ==== up ====
-- batch

-- 1. look for nulls in column note of table orders (alter table:orders)
ALTER TABLE public.orders ADD CONSTRAINT schema_sync_not_null_note CHECK (note IS NOT NULL) NOT VALID;
ALTER TABLE public.orders VALIDATE CONSTRAINT schema_sync_not_null_note;
-- removes what a failure leaves behind: ALTER TABLE public.orders DROP CONSTRAINT schema_sync_not_null_note;
-- batch, all or nothing

-- 2. forbid nulls in column note of table orders (alter table:orders)
ALTER TABLE public.orders ALTER COLUMN note SET NOT NULL;
ALTER TABLE public.orders DROP CONSTRAINT schema_sync_not_null_note;
-- batch, all or nothing

-- 3. drop trigger audit on orders (replace postgres/trigger:orders.audit)
DROP TRIGGER audit ON public.orders;

-- 4. change the type of column x of table orders (alter table:orders)
--    ! blocks-reads, rewrites-table: writes table orders again, because orders.x becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.orders ALTER COLUMN x TYPE bigint USING x::bigint;

-- 5. create trigger audit on orders (replace postgres/trigger:orders.audit)
CREATE TRIGGER audit AFTER UPDATE OF x ON public.orders FOR EACH ROW EXECUTE FUNCTION public.audited();

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger audit on orders (replace postgres/trigger:orders.audit)
DROP TRIGGER audit ON public.orders;

-- 2. allow nulls in column note of table orders (alter table:orders)
--    ! correctness, ends-guarantee: drops the NOT NULL of column note of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders ALTER COLUMN note DROP NOT NULL;

-- 3. change the type of column x of table orders (alter table:orders)
--    ! blocks-reads, scans-table: reads all of table orders for values of x that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table orders again, because orders.x becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.orders ALTER COLUMN x TYPE integer USING x::integer;

-- 4. create trigger audit on orders (replace postgres/trigger:orders.audit)
CREATE TRIGGER audit AFTER UPDATE OF x ON public.orders FOR EACH ROW EXECUTE FUNCTION public.audited();
