-- alter table:t
--   change-default columns.a.default: 1 → nextval('public.s'::regclass)
--   change-default columns.b.default: 'it''s'::text → 'a\nb\'::text
--   change-default columns.c.default: now() → (now() + '1 day'::interval)
--   change-default columns.d.default: public.f() → 3
--   change-default columns.e.default: '{1,2}'::integer[] → ARRAY[3]
--   change-default columns.g.default: '{"a": 1}'::jsonb → none

-- ==== up ====
-- batch, all or nothing

-- 1. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT nextval('public.s'::regclass);

-- 2. change the default of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT 'a
b\'::text;

-- 3. change the default of column c of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN c SET DEFAULT (now() + '1 day'::interval);

-- 4. change the default of column d of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT 3;

-- 5. change the default of column e of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN e SET DEFAULT ARRAY[3];

-- 6. change the default of column g of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN g DROP DEFAULT;

-- ==== down ====
-- batch, all or nothing

-- 1. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 1;

-- 2. change the default of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT 'it''s'::text;

-- 3. change the default of column c of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN c SET DEFAULT now();

-- 4. change the default of column d of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT public.f();

-- 5. change the default of column e of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN e SET DEFAULT '{1,2}'::integer[];

-- 6. change the default of column g of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN g SET DEFAULT '{"a": 1}'::jsonb;
