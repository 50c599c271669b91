-- alter table:t
--   change-type columns.a.type: character varying(5) → character varying(9)
--   change-type columns.b.type: character varying(5) → text
--   change-type columns.c.type: numeric(8,2) → numeric(10,2)
--   change-type columns.d.type: timestamp(3) without time zone → timestamp without time zone
--   change-type columns.e.type: cidr → inet
--   change-type columns.f.type: character varying(3)[] → character varying[]
--   change-type columns.g.type: text → character varying
--   change-type columns.h.type: bit varying(3) → bit varying(5)
--   change-type columns.i.type: time(2) without time zone → time(6) without time zone
--   change-type columns.j.type: interval(2) → interval(4)
--   change-type columns.k.type: xml → text

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(9);

-- 2. change the type of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b TYPE text;

-- 3. change the type of column c of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN c TYPE numeric(10,2);

-- 4. change the type of column d of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN d TYPE timestamp without time zone;

-- 5. change the type of column e of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN e TYPE inet;

-- 6. change the type of column f of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN f TYPE character varying[];

-- 7. change the type of column g of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN g TYPE character varying;

-- 8. change the type of column h of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN h TYPE bit varying(5);

-- 9. change the type of column i of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN i TYPE time(6) without time zone;

-- 10. change the type of column j of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN j TYPE interval(4);

-- 11. change the type of column k of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN k TYPE text;

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from character varying(9) to character varying(5), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes character varying(5); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(5) USING a::character varying;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'x'::character varying;

-- 2. change the type of column b of table t (alter table:t)
--    ! data-loss, converts-values: changes t.b from text to character varying(5), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes character varying(5); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE character varying(5) USING b::character varying;

-- 3. change the type of column c of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of c that are no numeric(8,2), and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.c becomes numeric(8,2); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN c TYPE numeric(8,2) USING c::numeric(8,2);

-- 4. change the type of column d of table t (alter table:t)
--    ! data-loss, converts-values: changes t.d from timestamp without time zone to timestamp(3) without time zone, which rounds stored values to 3 digits of a second [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.d becomes timestamp(3) without time zone; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN d TYPE timestamp(3) without time zone USING d::timestamp(3) without time zone;

-- 5. change the type of column e of table t (alter table:t)
--    ! data-loss, converts-values: changes t.e from inet to cidr, which may cut, round or refuse stored values [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.e becomes cidr; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN e TYPE cidr USING e::cidr;

-- 6. change the type of column f of table t (alter table:t)
--    ! data-loss, converts-values: changes t.f from character varying[] to character varying(3)[], which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.f becomes character varying(3)[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN f TYPE character varying(3)[] USING f::character varying[];

-- 7. change the type of column g of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN g TYPE text;

-- 8. change the type of column h of table t (alter table:t)
--    ! data-loss, converts-values: changes t.h from bit varying(5) to bit varying(3), which fails where a stored value is longer [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.h becomes bit varying(3); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN h TYPE bit varying(3) USING h::bit varying;

-- 9. change the type of column i of table t (alter table:t)
--    ! data-loss, converts-values: changes t.i from time(6) without time zone to time(2) without time zone, which rounds stored values to 2 digits of a second [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.i becomes time(2) without time zone; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN i TYPE time(2) without time zone USING i::time(2) without time zone;

-- 10. change the type of column j of table t (alter table:t)
--    ! data-loss, converts-values: changes t.j from interval(4) to interval(2), which rounds stored values to 2 digits of a second [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.j becomes interval(2); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN j TYPE interval(2) USING j::interval(2);

-- 11. change the type of column k of table t (alter table:t)
--    ! data-loss, converts-values: changes t.k from text to xml, which reads stored values as xml, and fails where one is no xml [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.k becomes xml; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN k TYPE xml USING k::xml;
