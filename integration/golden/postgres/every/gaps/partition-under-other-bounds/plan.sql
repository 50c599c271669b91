-- alter table:pa
--   drop-parent parents.pt: pt FOR VALUES IN (1)
--   add-parent parents.pt: pt FOR VALUES IN (1, 2)

-- ==== up ====
-- batch

-- 1. look whether the rows of table pa fit into pt (alter table:pa)
ALTER TABLE public.pa ADD CONSTRAINT schema_sync_bound_pa CHECK (k IS NOT NULL AND k IN (1, 2)) NOT VALID;
ALTER TABLE public.pa VALIDATE CONSTRAINT schema_sync_bound_pa;
-- removes what a failure leaves behind: ALTER TABLE public.pa DROP CONSTRAINT schema_sync_bound_pa;
-- batch, all or nothing

-- 2. join the table above of table pa (alter table:pa)
ALTER TABLE public.pt DETACH PARTITION public.pa;
ALTER TABLE public.pt ATTACH PARTITION public.pa FOR VALUES IN (1, 2);
ALTER TABLE public.pa DROP CONSTRAINT schema_sync_bound_pa;

-- ==== down ====
-- batch

-- 1. look whether the rows of table pa fit into pt (alter table:pa)
ALTER TABLE public.pa ADD CONSTRAINT schema_sync_bound_pa CHECK (k IS NOT NULL AND k IN (1)) NOT VALID;
ALTER TABLE public.pa VALIDATE CONSTRAINT schema_sync_bound_pa;
-- removes what a failure leaves behind: ALTER TABLE public.pa DROP CONSTRAINT schema_sync_bound_pa;
-- batch, all or nothing

-- 2. join the table above of table pa (alter table:pa)
ALTER TABLE public.pt DETACH PARTITION public.pa;
ALTER TABLE public.pt ATTACH PARTITION public.pa FOR VALUES IN (1);
ALTER TABLE public.pa DROP CONSTRAINT schema_sync_bound_pa;
