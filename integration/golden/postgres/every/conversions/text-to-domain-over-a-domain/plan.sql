-- alter table:t
--   change-type columns.a.type: text → public.shorter

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from text to public.shorter, which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes public.shorter; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE public.shorter USING a::character varying;

-- The way down does not bring back:
--   alter table:t: changes t.a from text to public.shorter, which fails where a stored value is longer, but for blanks at its end, which are cut

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a TYPE text;
