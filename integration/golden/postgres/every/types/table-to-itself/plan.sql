-- alter table:t
--   change-type columns.id.type: character varying(5) → text
--   change-type columns.parent.type: character varying(5) → text

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column id of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN id TYPE text;

-- 2. change the type of column parent of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN parent TYPE text;

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column id of table t (alter table:t)
--    ! data-loss, converts-values: changes t.id from text to character varying(5), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.id becomes character varying(5); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN id TYPE character varying(5) USING id::character varying;

-- 2. change the type of column parent of table t (alter table:t)
--    ! data-loss, converts-values: changes t.parent from text to character varying(5), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.parent becomes character varying(5); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN parent TYPE character varying(5) USING parent::character varying;
