-- alter table:t
--   change-type columns.a.type: bit varying(8) → bit(4)

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from bit varying(8) to bit(4), which fails where a stored value is not exactly 4 bits long [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bit(4); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bit(4) USING a::bit varying;

-- The way down does not bring back:
--   alter table:t: changes t.a from bit varying(8) to bit(4), which fails where a stored value is not exactly 4 bits long

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bit varying(8); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bit varying(8) USING a::bit varying;
