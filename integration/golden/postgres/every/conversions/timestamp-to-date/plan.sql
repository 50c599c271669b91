-- alter table:t
--   change-type columns.a.type: timestamp without time zone → date
--   change-default columns.a.default: now() → CURRENT_DATE

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from timestamp without time zone to date, which takes the time of day from stored values [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes date; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE date USING a::date;

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT CURRENT_DATE;

-- The way down does not bring back:
--   alter table:t: changes t.a from timestamp without time zone to date, which takes the time of day from stored values

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no timestamp without time zone, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes timestamp without time zone; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE timestamp without time zone USING a::timestamp without time zone;

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT now();
