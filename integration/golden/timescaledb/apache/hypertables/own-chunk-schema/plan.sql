-- alter table:m
--   change-type columns.note.type: text → character varying(9)

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column note of table m (alter table:m)
--    ! data-loss, converts-values: changes m.note from text to character varying(9), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table m again, because m.note becomes character varying(9); nobody reads or writes it meanwhile
ALTER TABLE public.m ALTER COLUMN note TYPE character varying(9) USING note::character varying;

-- The way down does not bring back:
--   alter table:m: changes m.note from text to character varying(9), which fails where a stored value is longer, but for blanks at its end, which are cut

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column note of table m (alter table:m)
ALTER TABLE public.m ALTER COLUMN note TYPE text;
