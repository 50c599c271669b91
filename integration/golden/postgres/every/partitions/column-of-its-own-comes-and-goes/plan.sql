-- alter table:base
--   drop-column columns.gone: gone text
--   add-column columns.come: come text DEFAULT 'above'::text
-- alter table:below
--   drop-override columns.gone.default: 'b'::text → none
--   change-default columns.come.default: none → 'b'::text
-- alter table:heir
--   drop-override columns.gone.default: 'g'::text → none
--   drop-override columns.gone.statistics: 50 → none
--   change-default columns.come.default: none
--   change-statistics columns.come.statistics: none → 50
-- alter table:p
--   drop-column columns.gone: gone text
--   drop-column columns.other: other boolean
--   add-column columns.come: come text DEFAULT 'above'::text
--   add-column columns.other: other date
-- alter table:p1
--   drop-override columns.gone.default: 'g'::text → none
--   drop-override columns.gone.storage: EXTERNAL → none
--   drop-override columns.gone.statistics: 50 → none
--   drop-override columns.gone.column-options: ["n_distinct=7"] → none
--   change-default columns.other.default: true → '2020-01-01'::date
--   change-not-null columns.come.not-null: false → true
--   change-default columns.come.default: none → 'c'::text
--   change-storage columns.come.storage: none → EXTERNAL
--   change-statistics columns.come.statistics: none → 50
--   change-column-options columns.come.column-options: none → ["n_distinct=7"]
--   change-statistics columns.other.statistics: 60

-- ==== up ====
-- batch, all or nothing

-- 1. drop column gone of table base (alter table:base)
--    ! data-loss, drops-column: drops column base.gone with all of its values [irreversible]
ALTER TABLE public.base DROP COLUMN gone;

-- 2. add column come of table base (alter table:base)
ALTER TABLE public.base ADD COLUMN come text DEFAULT 'above'::text;

-- 3. change the default of column come of table heir (alter table:heir)
ALTER TABLE public.heir ALTER COLUMN come DROP DEFAULT;

-- 4. change the statistics target of column come of table heir (alter table:heir)
ALTER TABLE ONLY public.heir ALTER COLUMN come SET STATISTICS 50;

-- 5. change the default of column come of table below (alter table:below)
ALTER TABLE public.below ALTER COLUMN come SET DEFAULT 'b'::text;

-- 6. drop column gone of table p (alter table:p)
--    ! data-loss, drops-column: drops column p.gone with all of its values [irreversible]
ALTER TABLE public.p DROP COLUMN gone;

-- 7. drop column other of table p (alter table:p)
--    ! data-loss, drops-column: drops column p.other with all of its values and adds it as date: PostgreSQL knows no conversion from boolean [irreversible]
ALTER TABLE public.p DROP COLUMN other;

-- 8. add column come of table p (alter table:p)
ALTER TABLE public.p ADD COLUMN come text DEFAULT 'above'::text;

-- 9. add column other of table p (alter table:p)
ALTER TABLE public.p ADD COLUMN other date;

-- 10. change the default of column other of table p1 (alter table:p1)
ALTER TABLE public.p1 ALTER COLUMN other SET DEFAULT '2020-01-01'::date;

-- 11. forbid nulls in column come of table p1 (alter table:p1)
--    ! blocks-reads, scans-table: reads all of table p1 for nulls in the column come, and rows that do not comply make it fail
ALTER TABLE public.p1 ALTER COLUMN come SET NOT NULL;

-- 12. change the default of column come of table p1 (alter table:p1)
ALTER TABLE public.p1 ALTER COLUMN come SET DEFAULT 'c'::text;

-- 13. change the storage of column come of table p1 (alter table:p1)
ALTER TABLE public.p1 ALTER COLUMN come SET STORAGE EXTERNAL;

-- 14. change the statistics target of column come of table p1 (alter table:p1)
ALTER TABLE public.p1 ALTER COLUMN come SET STATISTICS 50;

-- 15. change the options of column come of table p1 (alter table:p1)
ALTER TABLE public.p1 ALTER COLUMN come SET (n_distinct=7);

-- 16. change the statistics target of column other of table p1 (alter table:p1)
ALTER TABLE public.p1 ALTER COLUMN other SET STATISTICS 60;

-- The way down does not bring back:
--   alter table:base: drops column base.gone with all of its values
--   alter table:p: drops column p.gone with all of its values
--   alter table:p: drops column p.other with all of its values and adds it as date: PostgreSQL knows no conversion from boolean

-- ==== down ====
-- batch, all or nothing

-- 1. drop column come of table base (alter table:base)
--    ! data-loss, drops-column: drops column base.come with all of its values [irreversible]
ALTER TABLE public.base DROP COLUMN come;

-- 2. add column gone of table base (alter table:base)
ALTER TABLE public.base ADD COLUMN gone text;

-- 3. change the default of column gone of table heir (alter table:heir)
ALTER TABLE public.heir ALTER COLUMN gone SET DEFAULT 'g'::text;

-- 4. change the statistics target of column gone of table heir (alter table:heir)
ALTER TABLE ONLY public.heir ALTER COLUMN gone SET STATISTICS 50;

-- 5. change the default of column gone of table below (alter table:below)
ALTER TABLE public.below ALTER COLUMN gone SET DEFAULT 'b'::text;

-- 6. drop column come of table p (alter table:p)
--    ! data-loss, drops-column: drops column p.come with all of its values [irreversible]
ALTER TABLE public.p DROP COLUMN come;

-- 7. drop column other of table p (alter table:p)
--    ! data-loss, drops-column: drops column p.other with all of its values and adds it as boolean: PostgreSQL knows no conversion from date [irreversible]
ALTER TABLE public.p DROP COLUMN other;

-- 8. add column gone of table p (alter table:p)
ALTER TABLE public.p ADD COLUMN gone text;

-- 9. add column other of table p (alter table:p)
ALTER TABLE public.p ADD COLUMN other boolean;

-- 10. change the default of column other of table p1 (alter table:p1)
ALTER TABLE public.p1 ALTER COLUMN other SET DEFAULT true;

-- 11. change the default of column gone of table p1 (alter table:p1)
ALTER TABLE public.p1 ALTER COLUMN gone SET DEFAULT 'g'::text;

-- 12. change the storage of column gone of table p1 (alter table:p1)
ALTER TABLE public.p1 ALTER COLUMN gone SET STORAGE EXTERNAL;

-- 13. change the statistics target of column gone of table p1 (alter table:p1)
ALTER TABLE public.p1 ALTER COLUMN gone SET STATISTICS 50;

-- 14. change the options of column gone of table p1 (alter table:p1)
ALTER TABLE public.p1 ALTER COLUMN gone SET (n_distinct=7);

-- 15. change the statistics target of column other of table p1 (alter table:p1)
ALTER TABLE public.p1 ALTER COLUMN other SET STATISTICS 60;
