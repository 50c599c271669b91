-- alter postgres/domain:flags
--   change-base base: bit(4) → bit(8)
-- alter table:t
--   change-type columns.a.type: bit(4) → bit(8)
--   change-type columns.b.type: bit(4)[] → bit(8)[]

-- ==== up ====
-- batch, all or nothing

-- 1. make domain flags anew (alter postgres/domain:flags)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain flags is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.c from bit(4) to bit(8), which fills stored values up with zeros to 8 bits [irreversible]
ALTER DOMAIN public.flags RENAME TO _schema_sync_old_flags;
CREATE DOMAIN public.flags AS bit(8);
ALTER TABLE public.t ALTER COLUMN c TYPE public.flags USING c::bit(8)::public.flags;
DROP DOMAIN public._schema_sync_old_flags;

-- 2. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from bit(4) to bit(8), which fills stored values up with zeros to 8 bits [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bit(8); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bit(8) USING a::bit(8);

-- 3. change the type of column b of table t (alter table:t)
--    ! data-loss, converts-values: changes t.b from bit(4)[] to bit(8)[], which fills stored values up with zeros to 8 bits [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes bit(8)[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE bit(8)[] USING b::bit(8)[];

-- The way down does not bring back:
--   alter postgres/domain:flags: changes t.c from bit(4) to bit(8), which fills stored values up with zeros to 8 bits
--   alter table:t: changes t.a from bit(4) to bit(8), which fills stored values up with zeros to 8 bits
--   alter table:t: changes t.b from bit(4)[] to bit(8)[], which fills stored values up with zeros to 8 bits

-- ==== down ====
-- batch, all or nothing

-- 1. make domain flags anew (alter postgres/domain:flags)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain flags is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.c from bit(8) to bit(4), which fails where a stored value is not exactly 4 bits long [irreversible]
ALTER DOMAIN public.flags RENAME TO _schema_sync_old_flags;
CREATE DOMAIN public.flags AS bit(4);
ALTER TABLE public.t ALTER COLUMN c TYPE public.flags USING c::bit varying;
DROP DOMAIN public._schema_sync_old_flags;

-- 2. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from bit(8) to bit(4), which fails where a stored value is not exactly 4 bits long [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bit(4); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bit(4) USING a::bit varying;

-- 3. change the type of column b of table t (alter table:t)
--    ! data-loss, converts-values: changes t.b from bit(8)[] to bit(4)[], which fails where a stored value is not exactly 4 bits long [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes bit(4)[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE bit(4)[] USING b::bit varying[];
