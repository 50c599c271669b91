-- alter table:orders
--   change-type columns.note.type: character varying(10) → character varying(20)

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column note of table orders (alter table:orders)
ALTER TABLE public.orders ALTER COLUMN note TYPE character varying(20);

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column note of table orders (alter table:orders)
--    ! data-loss, converts-values: changes orders.note from character varying(20) to character varying(10), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table orders again, because orders.note becomes character varying(10); nobody reads or writes it meanwhile
ALTER TABLE public.orders ALTER COLUMN note TYPE character varying(10) USING note::character varying;
