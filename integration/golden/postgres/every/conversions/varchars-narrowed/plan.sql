-- alter table:t
--   change-type columns.a.type: character varying(9)[] → character varying(3)[]

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from character varying(9)[] to character varying(3)[], which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes character varying(3)[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(3)[] USING a::character varying[];

-- The way down does not bring back:
--   alter table:t: changes t.a from character varying(9)[] to character varying(3)[], which fails where a stored value is longer, but for blanks at its end, which are cut

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes character varying(9)[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(9)[] USING a::character varying[];
