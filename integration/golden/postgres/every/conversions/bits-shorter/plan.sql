-- alter table:t
--   change-type columns.a.type: bit(8) → bit(4)
--   change-type columns.b.type: bit(8)[] → bit(4)[]

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from bit(8) to bit(4), which fails where a stored value is not exactly 4 bits long [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bit(4); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bit(4) USING a::bit varying;

-- 2. change the type of column b of table t (alter table:t)
--    ! data-loss, converts-values: changes t.b from bit(8)[] to bit(4)[], which fails where a stored value is not exactly 4 bits long [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes bit(4)[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE bit(4)[] USING b::bit varying[];

-- The way down does not bring back:
--   alter table:t: changes t.a from bit(8) to bit(4), which fails where a stored value is not exactly 4 bits long
--   alter table:t: changes t.b from bit(8)[] to bit(4)[], which fails where a stored value is not exactly 4 bits long

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from bit(4) to bit(8), which fills stored values up with zeros to 8 bits [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bit(8); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bit(8) USING a::bit(8);

-- 2. change the type of column b of table t (alter table:t)
--    ! data-loss, converts-values: changes t.b from bit(4)[] to bit(8)[], which fills stored values up with zeros to 8 bits [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes bit(8)[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE bit(8)[] USING b::bit(8)[];
