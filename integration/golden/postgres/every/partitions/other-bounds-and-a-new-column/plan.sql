-- alter table:pa
--   change-default columns.w.default: none → 8
--   drop-parent parents.pt: pt FOR VALUES IN (1)
--   add-parent parents.pt: pt FOR VALUES IN (1, 2)
-- alter table:pb
--   drop-parent parents.pt: pt FOR VALUES IN (3)
--   add-parent parents.pt: pt FOR VALUES IN (3, 4)
-- alter table:pb1
--   drop-parent parents.pb: pb FOR VALUES IN (1)
--   add-parent parents.pb: pb FOR VALUES IN (1, 2)
-- alter table:pt
--   rename-column columns.renamed: re named → renamed
--   change-not-null columns.renamed.not-null: false → true
--   add-column columns.w: w integer DEFAULT 7

-- ==== up ====
-- batch, all or nothing

-- 1. rename column re named to renamed of table pt (alter table:pt)
--    ! correctness, breaks-clients: renames column pt.re named to renamed: statements that still say pt.re named fail from then on
ALTER TABLE public.pt RENAME COLUMN "re named" TO renamed;

-- 2. forbid nulls in column renamed of table pt (alter table:pt)
--    ! blocks-reads, scans-table: reads all of table pt for nulls in the column renamed, and rows that do not comply make it fail
ALTER TABLE public.pt ALTER COLUMN renamed SET NOT NULL;

-- 3. add column w of table pt (alter table:pt)
ALTER TABLE public.pt ADD COLUMN w integer DEFAULT 7;

-- 4. change the default of column w of table pa (alter table:pa)
ALTER TABLE public.pa ALTER COLUMN w SET DEFAULT 8;

-- 5. leave the table above of table pa (alter table:pa)
ALTER TABLE public.pt DETACH PARTITION public.pa;

-- 6. join the table above of table pa (alter table:pa)
--    ! blocks-reads, scans-table: reads all of table pa for whether its rows fit into pt, and rows that do not comply make it fail
ALTER TABLE public.pt ATTACH PARTITION public.pa FOR VALUES IN (1, 2);

-- 7. leave the table above of table pb (alter table:pb)
ALTER TABLE public.pt DETACH PARTITION public.pb;

-- 8. join the table above of table pb (alter table:pb)
--    ! blocks-reads, scans-table: reads all of table pb for whether its rows fit into pt, and rows that do not comply make it fail
ALTER TABLE public.pt ATTACH PARTITION public.pb FOR VALUES IN (3, 4);

-- 9. leave the table above of table pb1 (alter table:pb1)
ALTER TABLE public.pb DETACH PARTITION public.pb1;

-- 10. join the table above of table pb1 (alter table:pb1)
--    ! blocks-reads, scans-table: reads all of table pb1 for whether its rows fit into pb, and rows that do not comply make it fail
ALTER TABLE public.pb ATTACH PARTITION public.pb1 FOR VALUES IN (1, 2);

-- ==== down ====
-- batch, all or nothing

-- 1. rename column renamed to re named of table pt (alter table:pt)
--    ! correctness, breaks-clients: renames column pt.renamed to re named: statements that still say pt.renamed fail from then on
ALTER TABLE public.pt RENAME COLUMN renamed TO "re named";

-- 2. drop column w of table pt (alter table:pt)
--    ! data-loss, drops-column: drops column pt.w with all of its values [irreversible]
ALTER TABLE public.pt DROP COLUMN w;

-- 3. allow nulls in column re named of table pt (alter table:pt)
--    ! correctness, ends-guarantee: drops the NOT NULL of column re named of table pt: from then on rows come that break it, and no statement fails
ALTER TABLE public.pt ALTER COLUMN "re named" DROP NOT NULL;

-- 4. leave the table above of table pa (alter table:pa)
ALTER TABLE public.pt DETACH PARTITION public.pa;

-- 5. join the table above of table pa (alter table:pa)
--    ! blocks-reads, scans-table: reads all of table pa for whether its rows fit into pt, and rows that do not comply make it fail
ALTER TABLE public.pt ATTACH PARTITION public.pa FOR VALUES IN (1);

-- 6. leave the table above of table pb (alter table:pb)
ALTER TABLE public.pt DETACH PARTITION public.pb;

-- 7. join the table above of table pb (alter table:pb)
--    ! blocks-reads, scans-table: reads all of table pb for whether its rows fit into pt, and rows that do not comply make it fail
ALTER TABLE public.pt ATTACH PARTITION public.pb FOR VALUES IN (3);

-- 8. leave the table above of table pb1 (alter table:pb1)
ALTER TABLE public.pb DETACH PARTITION public.pb1;

-- 9. join the table above of table pb1 (alter table:pb1)
--    ! blocks-reads, scans-table: reads all of table pb1 for whether its rows fit into pb, and rows that do not comply make it fail
ALTER TABLE public.pb ATTACH PARTITION public.pb1 FOR VALUES IN (1);
