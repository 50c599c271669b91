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
-- batch, all or nothing

-- 2. change the type of column v of table pt (alter table:pt)
--    ! blocks-reads, rewrites-table: writes table pt again, because pt.v becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.pt ALTER COLUMN v TYPE bigint USING v::bigint;
-- batch

-- 3. look whether the rows of table pa fit into pt (alter table:pa)
ALTER TABLE public.pa ADD CONSTRAINT schema_sync_bound_pa CHECK (k IS NOT NULL AND k IN (1, 2)) NOT VALID;
ALTER TABLE public.pa VALIDATE CONSTRAINT schema_sync_bound_pa;
-- removes what a failure leaves behind: ALTER TABLE public.pa DROP CONSTRAINT schema_sync_bound_pa;
-- batch, all or nothing

-- 4. join the table above of table pa (alter table:pa)
ALTER TABLE public.pt DETACH PARTITION public.pa;
ALTER TABLE public.pt ATTACH PARTITION public.pa FOR VALUES IN (1, 2);
ALTER TABLE public.pa DROP CONSTRAINT schema_sync_bound_pa;

-- The way down does not bring back:
--   alter table:pt: drops column pt.gone with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column v of table pt (alter table:pt)
--    ! blocks-reads, scans-table: reads all of table pt for values of v that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table pt again, because pt.v becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.pt ALTER COLUMN v TYPE integer USING v::integer;
-- batch, all or nothing

-- 2. add column gone of table pt (alter table:pt)
ALTER TABLE public.pt ADD COLUMN gone integer;
-- batch

-- 3. look whether the rows of table pa fit into pt (alter table:pa)
ALTER TABLE public.pa ADD CONSTRAINT schema_sync_bound_pa CHECK (k IS NOT NULL AND k IN (1)) NOT VALID;
ALTER TABLE public.pa VALIDATE CONSTRAINT schema_sync_bound_pa;
-- removes what a failure leaves behind: ALTER TABLE public.pa DROP CONSTRAINT schema_sync_bound_pa;
-- batch, all or nothing

-- 4. join the table above of table pa (alter table:pa)
ALTER TABLE public.pt DETACH PARTITION public.pa;
ALTER TABLE public.pt ATTACH PARTITION public.pa FOR VALUES IN (1);
ALTER TABLE public.pa DROP CONSTRAINT schema_sync_bound_pa;
