-- alter table:t
--   change-type columns.a.type: integer[] → bigint[]
--   change-type columns.b.type: character varying(5)[] → character varying(9)[]
--   change-type columns.c.type: integer[] → text

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bigint[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bigint[] USING a::bigint[];

-- 2. change the type of column b of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes character varying(9)[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE character varying(9)[] USING b::character varying[];

-- 3. change the type of column c of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.c becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN c TYPE text USING c::text;

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer[], and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer[] USING a::integer[];

-- 2. change the type of column b of table t (alter table:t)
--    ! data-loss, converts-values: changes t.b from character varying(9)[] to character varying(5)[], which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes character varying(5)[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE character varying(5)[] USING b::character varying[];

-- 3. change the type of column c of table t (alter table:t)
--    ! data-loss, converts-values: changes t.c from text to integer[], which may cut, round or refuse stored values [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.c becomes integer[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN c TYPE integer[] USING c::integer[];
