-- alter table:t
--   change-type columns.a.type: integer[] → bigint[]
--   change-not-null columns.b.not-null: false → true
--   change-default columns.b.default: '{}'::text[] → '{x}'::text[]
--   change-type columns.c.type: numeric(10,2)[] → numeric(12,2)[]
--   add-column columns.d: d uuid[]

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bigint[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bigint[] USING a::bigint[];

-- 2. forbid nulls in column b of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for nulls in the column b, and rows that do not comply make it fail
ALTER TABLE public.t ALTER COLUMN b SET NOT NULL;

-- 3. change the default of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT '{x}'::text[];

-- 4. change the type of column c of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.c becomes numeric(12,2)[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN c TYPE numeric(12,2)[] USING c::numeric(12,2)[];

-- 5. add column d of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN d uuid[];

-- ==== down ====
-- batch, all or nothing

-- 1. drop column d of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.d with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN d;

-- 2. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer[], and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer[] USING a::integer[];

-- 3. change the default of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT '{}'::text[];

-- 4. allow nulls in column b of table t (alter table:t)
--    ! correctness, ends-guarantee: drops the NOT NULL of column b of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t ALTER COLUMN b DROP NOT NULL;

-- 5. change the type of column c of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of c that are no numeric(10,2)[], and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.c becomes numeric(10,2)[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN c TYPE numeric(10,2)[] USING c::numeric(10,2)[];
