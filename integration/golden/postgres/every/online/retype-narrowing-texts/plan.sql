-- alter table:orders
--   change-type columns.note.type: text → character varying(5)

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column note of table orders (alter table:orders)
--    ! data-loss, converts-values: changes orders.note from text to character varying(5), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table orders again, because orders.note becomes character varying(5); nobody reads or writes it meanwhile
ALTER TABLE public.orders ALTER COLUMN note TYPE character varying(5) USING note::character varying;

-- The way down does not bring back:
--   alter table:orders: changes orders.note from text to character varying(5), which fails where a stored value is longer, but for blanks at its end, which are cut

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column note of table orders (alter table:orders)
ALTER TABLE public.orders ALTER COLUMN note TYPE text;
