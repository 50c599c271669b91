-- alter table:t
--   change-type columns.a.type: json → jsonb
--   change-type columns.b.type: json[] → jsonb[]

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from json to jsonb, which keeps no order of keys in stored values, no key that comes twice and no blanks, and fails where one holds \u0000 or a number that is too large [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes jsonb; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE jsonb USING a::jsonb;

-- 2. change the type of column b of table t (alter table:t)
--    ! data-loss, converts-values: changes t.b from json[] to jsonb[], which keeps no order of keys in stored values, no key that comes twice and no blanks, and fails where one holds \u0000 or a number that is too large [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes jsonb[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE jsonb[] USING b::jsonb[];

-- The way down does not bring back:
--   alter table:t: changes t.a from json to jsonb, which keeps no order of keys in stored values, no key that comes twice and no blanks, and fails where one holds \u0000 or a number that is too large
--   alter table:t: changes t.b from json[] to jsonb[], which keeps no order of keys in stored values, no key that comes twice and no blanks, and fails where one holds \u0000 or a number that is too large

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes json; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE json USING a::json;

-- 2. change the type of column b of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes json[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE json[] USING b::json[];
