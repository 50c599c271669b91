-- alter table:t
--   change-type columns.a.type: timestamp with time zone → timestamp without time zone

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from timestamp with time zone to timestamp without time zone, which keeps of stored values what a clock shows in the TimeZone of the session that does it, which is not UTC unless somebody has set that [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes timestamp without time zone; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE timestamp without time zone USING a::timestamp without time zone;

-- The way down does not bring back:
--   alter table:t: changes t.a from timestamp with time zone to timestamp without time zone, which keeps of stored values what a clock shows in the TimeZone of the session that does it, which is not UTC unless somebody has set that

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from timestamp without time zone to timestamp with time zone, which takes stored values for moments in the TimeZone of the session that does it, which is not UTC unless somebody has set that [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes timestamp with time zone; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE timestamp with time zone USING a::timestamp with time zone;
