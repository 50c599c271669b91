-- alter table:t
--   change-type columns.a.type: character varying(10) → character varying(20)
--   change-type columns.b.type: numeric(8,2) → numeric(10,2)
--   change-type columns.c.type: timestamp(3) without time zone → timestamp without time zone
--   change-type columns.d.type: time(0) with time zone → time(6) with time zone
--   change-type columns.e.type: interval day to second(3) → interval
--   change-type columns.g.type: bit varying(4) → bit varying(8)

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(20);

-- 2. change the type of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b TYPE numeric(10,2);

-- 3. change the type of column c of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN c TYPE timestamp without time zone;

-- 4. change the type of column d of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN d TYPE time(6) with time zone;

-- 5. change the type of column e of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN e TYPE interval;

-- 6. change the type of column g of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN g TYPE bit varying(8);

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from character varying(20) to character varying(10), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes character varying(10); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(10) USING a::character varying;

-- 2. change the type of column b of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of b that are no numeric(8,2), and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes numeric(8,2); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE numeric(8,2) USING b::numeric(8,2);

-- 3. change the type of column c of table t (alter table:t)
--    ! data-loss, converts-values: changes t.c from timestamp without time zone to timestamp(3) without time zone, which rounds stored values to 3 digits of a second [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.c becomes timestamp(3) without time zone; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN c TYPE timestamp(3) without time zone USING c::timestamp(3) without time zone;

-- 4. change the type of column d of table t (alter table:t)
--    ! data-loss, converts-values: changes t.d from time(6) with time zone to time(0) with time zone, which rounds stored values to 0 digits of a second [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.d becomes time(0) with time zone; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN d TYPE time(0) with time zone USING d::time(0) with time zone;

-- 5. change the type of column e of table t (alter table:t)
--    ! data-loss, converts-values: changes t.e from interval to interval day to second(3), which may cut, round or refuse stored values [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.e becomes interval day to second(3); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN e TYPE interval day to second(3) USING e::interval day to second(3);

-- 6. change the type of column g of table t (alter table:t)
--    ! data-loss, converts-values: changes t.g from bit varying(8) to bit varying(4), which fails where a stored value is longer [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.g becomes bit varying(4); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN g TYPE bit varying(4) USING g::bit varying;
