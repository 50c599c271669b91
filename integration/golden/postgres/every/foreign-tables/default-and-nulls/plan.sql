-- alter postgres/foreign-table:ft
--   change-default columns.b.default: 5 → none
--   change-not-null columns.b.notNull: false → true
--   change-not-null columns.id.notNull: true → false

-- ==== up ====
-- batch, all or nothing

-- 1. change the default of column b of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN b DROP DEFAULT;

-- 2. expect no nulls in column b of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN b SET NOT NULL;

-- 3. expect nulls in column id of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN id DROP NOT NULL;

-- ==== down ====
-- batch, all or nothing

-- 1. change the default of column b of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN b SET DEFAULT 5;

-- 2. expect nulls in column b of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN b DROP NOT NULL;

-- 3. expect no nulls in column id of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN id SET NOT NULL;
