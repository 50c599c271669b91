-- alter table:pa
--   drop-parent parents.pt: pt FOR VALUES IN (1)
--   add-parent parents.pt: pt FOR VALUES IN (1, 2)
-- alter table:pt
--   drop-column columns.gone: gone integer
--   change-type columns.v.type: integer → bigint

-- ==== up ====
-- batch, all or nothing

-- 1. drop column gone of table pt (alter table:pt)
--    ! data-loss, drops-column: drops column pt.gone with all of its values [irreversible]
ALTER TABLE public.pt DROP COLUMN gone;

-- 2. change the type of column v of table pt (alter table:pt)
--    ! blocks-reads, rewrites-table: writes table pt again, because pt.v becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.pt ALTER COLUMN v TYPE bigint USING v::bigint;

-- 3. leave the table above of table pa (alter table:pa)
ALTER TABLE public.pt DETACH PARTITION public.pa;

-- 4. join the table above of table pa (alter table:pa)
--    ! blocks-reads, scans-table: reads all of table pa for whether its rows fit into pt, and rows that do not comply make it fail
ALTER TABLE public.pt ATTACH PARTITION public.pa FOR VALUES IN (1, 2);

-- The way down does not bring back:
--   alter table:pt: drops column pt.gone with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column v of table pt (alter table:pt)
--    ! blocks-reads, scans-table: reads all of table pt for values of v that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table pt again, because pt.v becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.pt ALTER COLUMN v TYPE integer USING v::integer;

-- 2. add column gone of table pt (alter table:pt)
ALTER TABLE public.pt ADD COLUMN gone integer;

-- 3. leave the table above of table pa (alter table:pa)
ALTER TABLE public.pt DETACH PARTITION public.pa;

-- 4. join the table above of table pa (alter table:pa)
--    ! blocks-reads, scans-table: reads all of table pa for whether its rows fit into pt, and rows that do not comply make it fail
ALTER TABLE public.pt ATTACH PARTITION public.pa FOR VALUES IN (1);
