-- create postgres/constraint:lower.positive
-- drop postgres/constraint:top.positive
-- alter table:lower
--   change-origin columns.a.origin: inherited → own
-- alter table:top
--   drop-column columns.a: a text NOT NULL

-- ==== up ====
-- batch, all or nothing

-- 1. drop check positive of table top (drop postgres/constraint:top.positive)
--    ! correctness, ends-guarantee: drops the check positive of table top: from then on rows come that break it, and no statement fails
ALTER TABLE ONLY public.top DROP CONSTRAINT positive;
ALTER TABLE ONLY public.mid DROP CONSTRAINT IF EXISTS positive;
ALTER TABLE ONLY public.beside DROP CONSTRAINT IF EXISTS positive;
ALTER TABLE ONLY public.low DROP CONSTRAINT IF EXISTS positive;
ALTER TABLE public.aside DROP CONSTRAINT IF EXISTS positive;

-- 2. drop column a of table top (alter table:top)
--    ! data-loss, drops-column: drops column top.a with all of its values [irreversible]
ALTER TABLE ONLY public.top ALTER COLUMN a DROP NOT NULL;
ALTER TABLE ONLY public.top DROP COLUMN a;
ALTER TABLE ONLY public.mid ALTER COLUMN a DROP NOT NULL;
ALTER TABLE ONLY public.mid DROP COLUMN IF EXISTS a;
ALTER TABLE ONLY public.beside ALTER COLUMN a DROP NOT NULL;
ALTER TABLE ONLY public.beside DROP COLUMN IF EXISTS a;
ALTER TABLE ONLY public.low ALTER COLUMN a DROP NOT NULL;
ALTER TABLE ONLY public.low DROP COLUMN IF EXISTS a;
ALTER TABLE public.aside DROP COLUMN IF EXISTS a;

-- The way down does not bring back:
--   alter table:top: drops column top.a with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop check positive of table lower (drop postgres/constraint:lower.positive)
--    ! correctness, ends-guarantee: drops the check positive of table lower: from then on rows come that break it, and no statement fails
ALTER TABLE public.lower DROP CONSTRAINT positive;

-- 2. add column a of table top (alter table:top)
--    ! blocks-reads, scans-table: reads all of table top for the column a, which no row has a value for, and rows that do not comply make it fail
ALTER TABLE public.top ADD COLUMN a text NOT NULL;

-- 3. add check positive to table top (create postgres/constraint:top.positive)
--    ! blocks-reads, scans-table: reads all of table top for the check positive, and rows that do not comply make it fail
ALTER TABLE public.top ADD CONSTRAINT positive CHECK ((id > 0));
