-- alter postgres/enum:mood
--   add-value labels.mad: mad
-- alter table:t
--   change-type columns.s.type: text → public.mood
--   change-default columns.s.default: 'mad'::text → 'mad'::public.mood

-- ==== up ====
-- batch

-- 1. add value mad to enum mood (alter postgres/enum:mood)
ALTER TYPE public.mood ADD VALUE 'mad' BEFORE 'sad';
-- batch, all or nothing

-- 2. change the type of column s of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of s that are no public.mood, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.s becomes public.mood; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN s TYPE public.mood USING s::public.mood;

-- 3. change the default of column s of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT 'mad'::public.mood;

-- ==== down ====
-- batch, all or nothing

-- 1. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.kept from enum mood to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of t still hold a value in kept that goes from the enum mood
SELECT kept AS value, count(*) AS rows FROM public.t WHERE kept::text IN ('mad') GROUP BY 1;
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('ok', 'sad');
ALTER TABLE public.t ALTER COLUMN kept TYPE public.mood USING kept::text::public.mood;
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN s TYPE text USING s::text;
DROP TYPE public._schema_sync_old_mood;

-- 2. change the type of column s of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.s becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN s TYPE text USING s::text;

-- 3. change the default of column s of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT 'mad'::text;
