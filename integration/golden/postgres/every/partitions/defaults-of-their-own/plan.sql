-- alter table:m
--   change-default columns.b.default: none → 'b'::text
--   change-default columns.id.default: 1 → 2
-- alter table:m_0
--   change-default columns.a.default: 'own'::text → 'm'::text
--   change-not-null columns.b.not-null: true → false
-- alter table:m_1
--   change-default columns.a.default: 'm'::text → 'other'::text
--   change-not-null columns.b.not-null: false → true

-- ==== up ====
-- batch, all or nothing

-- 1. change the default of column b of table m (alter table:m)
ALTER TABLE public.m ALTER COLUMN b SET DEFAULT 'b'::text;

-- 2. change the default of column id of table m (alter table:m)
ALTER TABLE public.m ALTER COLUMN id SET DEFAULT 2;

-- 3. change the default of column a of table m_0 (alter table:m_0)
ALTER TABLE public.m_0 ALTER COLUMN a SET DEFAULT 'm'::text;

-- 4. allow nulls in column b of table m_0 (alter table:m_0)
--    ! correctness, ends-guarantee: drops the NOT NULL of column b of table m_0: from then on rows come that break it, and no statement fails
ALTER TABLE public.m_0 ALTER COLUMN b DROP NOT NULL;

-- 5. change the default of column a of table m_1 (alter table:m_1)
ALTER TABLE public.m_1 ALTER COLUMN a SET DEFAULT 'other'::text;

-- 6. forbid nulls in column b of table m_1 (alter table:m_1)
--    ! blocks-reads, scans-table: reads all of table m_1 for nulls in the column b, and rows that do not comply make it fail
ALTER TABLE public.m_1 ALTER COLUMN b SET NOT NULL;

-- ==== down ====
-- batch, all or nothing

-- 1. change the default of column b of table m (alter table:m)
ALTER TABLE public.m ALTER COLUMN b DROP DEFAULT;

-- 2. change the default of column id of table m (alter table:m)
ALTER TABLE public.m ALTER COLUMN id SET DEFAULT 1;

-- 3. change the default of column a of table m_0 (alter table:m_0)
ALTER TABLE public.m_0 ALTER COLUMN a SET DEFAULT 'own'::text;

-- 4. forbid nulls in column b of table m_0 (alter table:m_0)
--    ! blocks-reads, scans-table: reads all of table m_0 for nulls in the column b, and rows that do not comply make it fail
ALTER TABLE public.m_0 ALTER COLUMN b SET NOT NULL;

-- 5. change the default of column a of table m_1 (alter table:m_1)
ALTER TABLE public.m_1 ALTER COLUMN a SET DEFAULT 'm'::text;

-- 6. allow nulls in column b of table m_1 (alter table:m_1)
--    ! correctness, ends-guarantee: drops the NOT NULL of column b of table m_1: from then on rows come that break it, and no statement fails
ALTER TABLE public.m_1 ALTER COLUMN b DROP NOT NULL;
