-- drop postgres/constraint:d.long
-- create postgres/constraint:p.long
-- alter table:c
--   change-origin columns.down.origin: inherited → own
--   change-origin columns.up.origin: own → inherited
--   change-default columns.down.default: 3 → 4
--   change-default columns.up.default: 'u'::text → none
-- alter table:d
--   change-origin columns.down.origin: inherited → own
--   change-origin columns.up.origin: own → inherited
--   change-default columns.down.default: 3 → none
--   change-default columns.up.default: 'w'::text → none
--   change-not-null columns.up.not-null: true → false
-- alter table:p
--   drop-column columns.down: down integer DEFAULT 3
--   add-column columns.up: up text

-- ==== up ====
-- batch, all or nothing

-- 1. drop check long of table d (drop postgres/constraint:d.long)
--    ! correctness, ends-guarantee: drops the check long of table d: from then on rows come that break it, and no statement fails
ALTER TABLE public.d DROP CONSTRAINT long;

-- 2. drop column down of table p (alter table:p)
--    ! data-loss, drops-column: drops column p.down with all of its values [irreversible]
ALTER TABLE ONLY public.p DROP COLUMN down;

-- 3. add column up of table p (alter table:p)
ALTER TABLE public.p ADD COLUMN up text;

-- 4. add check long to table p (create postgres/constraint:p.long)
--    ! blocks-reads, scans-table: reads all of table p for the check long, and rows that do not comply make it fail
ALTER TABLE public.p ADD CONSTRAINT long CHECK ((length(up) > 0));

-- 5. change the default of column down of table c (alter table:c)
ALTER TABLE public.c ALTER COLUMN down SET DEFAULT 4;

-- 6. change the default of column up of table c (alter table:c)
ALTER TABLE public.c ALTER COLUMN up DROP DEFAULT;

-- 7. change the default of column down of table d (alter table:d)
ALTER TABLE public.d ALTER COLUMN down DROP DEFAULT;

-- 8. change the default of column up of table d (alter table:d)
ALTER TABLE public.d ALTER COLUMN up DROP DEFAULT;

-- 9. allow nulls in column up of table d (alter table:d)
--    ! correctness, ends-guarantee: drops the NOT NULL of column up of table d: from then on rows come that break it, and no statement fails
ALTER TABLE public.d ALTER COLUMN up DROP NOT NULL;

-- The way down does not bring back:
--   alter table:p: drops column p.down with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop check long of table p (drop postgres/constraint:p.long)
--    ! correctness, ends-guarantee: drops the check long of table p: from then on rows come that break it, and no statement fails
ALTER TABLE ONLY public.p DROP CONSTRAINT long;
ALTER TABLE public.c DROP CONSTRAINT IF EXISTS long;

-- 2. drop column up of table p (alter table:p)
--    ! data-loss, drops-column: drops column p.up with all of its values [irreversible]
ALTER TABLE ONLY public.p DROP COLUMN up;

-- 3. add column down of table p (alter table:p)
ALTER TABLE public.p ADD COLUMN down integer DEFAULT 3;

-- 4. change the default of column up of table c (alter table:c)
ALTER TABLE public.c ALTER COLUMN up SET DEFAULT 'u'::text;

-- 5. change the default of column down of table c (alter table:c)
ALTER TABLE public.c ALTER COLUMN down SET DEFAULT 3;

-- 6. forbid nulls in column up of table d (alter table:d)
--    ! blocks-reads, scans-table: reads all of table d for nulls in the column up, and rows that do not comply make it fail
ALTER TABLE public.d ALTER COLUMN up SET NOT NULL;

-- 7. change the default of column up of table d (alter table:d)
ALTER TABLE public.d ALTER COLUMN up SET DEFAULT 'w'::text;

-- 8. change the default of column down of table d (alter table:d)
ALTER TABLE public.d ALTER COLUMN down SET DEFAULT 3;
