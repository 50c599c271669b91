-- create index:by Ü
-- create postgres/constraint:m Ä.m Ä_pkey
-- alter table:l_1
--   drop-parent parents.l: l FOR VALUES IN ('a', NULL)
-- alter table:m Ä
--   drop-parent parents.m: m FOR VALUES FROM ('2023-01-01') TO ('2024-01-01')
--   add-column columns.more: more text

-- ==== up ====
-- batch, all or nothing

-- 1. leave the table above of table l_1 (alter table:l_1)
--    ! correctness, hides-rows: takes table l_1 out of table l: who reads, changes or counts the rows of l does not find those of l_1 any more, and no statement fails
ALTER TABLE public.l DETACH PARTITION public.l_1;
-- batch

-- 2. look whether the rows of table m Ä are those of its bound, before it leaves (alter table:m Ä)
ALTER TABLE public."m Ä" ADD CONSTRAINT "schema_sync_bound_m Ä" CHECK (at IS NOT NULL AND at >= '2023-01-01' AND at < '2024-01-01') NOT VALID;
ALTER TABLE public."m Ä" VALIDATE CONSTRAINT "schema_sync_bound_m Ä";
-- removes what a failure leaves behind: ALTER TABLE public."m Ä" DROP CONSTRAINT "schema_sync_bound_m Ä";
-- batch, postgres/lock_timeout = 0

-- 3. leave the table above of table m Ä (alter table:m Ä)
--    ! correctness, hides-rows: takes table m Ä out of table m: who reads, changes or counts the rows of m does not find those of m Ä any more, and no statement fails
ALTER TABLE public.m DETACH PARTITION public."m Ä" CONCURRENTLY;
-- batch, all or nothing

-- 4. settle what table m Ä had from the table above (alter table:m Ä)
ALTER TABLE public."m Ä" DROP CONSTRAINT "schema_sync_bound_m Ä";
ALTER TABLE public."m Ä" DROP CONSTRAINT IF EXISTS positive;
ALTER INDEX public."m Ä_at_idx" RENAME TO "by Ü";
-- batch, all or nothing

-- 5. add column more of table m Ä (alter table:m Ä)
ALTER TABLE public."m Ä" ADD COLUMN more text;

-- ==== down ====
-- batch

-- 1. look whether the rows of table l_1 fit into l (alter table:l_1)
ALTER TABLE public.l_1 ADD CONSTRAINT schema_sync_bound_l_1 CHECK (kind IS NULL OR kind IN ('a')) NOT VALID;
ALTER TABLE public.l_1 VALIDATE CONSTRAINT schema_sync_bound_l_1;
-- removes what a failure leaves behind: ALTER TABLE public.l_1 DROP CONSTRAINT schema_sync_bound_l_1;
-- batch

-- 2. look whether the rows of table l_0 stay there beside l_1 (alter table:l_1)
ALTER TABLE public.l_0 ADD CONSTRAINT schema_sync_bound_l_1 CHECK (NOT (kind IS NULL OR kind IN ('a'))) NOT VALID;
ALTER TABLE public.l_0 VALIDATE CONSTRAINT schema_sync_bound_l_1;
-- removes what a failure leaves behind: ALTER TABLE public.l_0 DROP CONSTRAINT schema_sync_bound_l_1;
-- batch, all or nothing

-- 3. join the table above of table l_1 (alter table:l_1)
ALTER TABLE public.l ATTACH PARTITION public.l_1 FOR VALUES IN ('a', NULL);
ALTER TABLE public.l_1 DROP CONSTRAINT schema_sync_bound_l_1;
ALTER TABLE public.l_0 DROP CONSTRAINT schema_sync_bound_l_1;
-- batch, all or nothing

-- 4. drop column more of table m Ä (alter table:m Ä)
--    ! data-loss, drops-column: drops column m Ä.more with all of its values [irreversible]
ALTER TABLE public."m Ä" DROP COLUMN more;
-- batch

-- 5. look whether the rows of table m Ä fit into m (alter table:m Ä)
ALTER TABLE public."m Ä" ADD CONSTRAINT "schema_sync_bound_m Ä" CHECK (at IS NOT NULL AND at >= '2023-01-01' AND at < '2024-01-01') NOT VALID;
ALTER TABLE public."m Ä" VALIDATE CONSTRAINT "schema_sync_bound_m Ä";
-- removes what a failure leaves behind: ALTER TABLE public."m Ä" DROP CONSTRAINT "schema_sync_bound_m Ä";
-- batch, all or nothing

-- 6. join the table above of table m Ä (alter table:m Ä)
ALTER TABLE public."m Ä" ADD CONSTRAINT positive CHECK ((id > 0));
ALTER INDEX public."by Ü" RENAME TO "m Ä_at_idx";
ALTER TABLE public.m ATTACH PARTITION public."m Ä" FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
ALTER TABLE public."m Ä" DROP CONSTRAINT "schema_sync_bound_m Ä";
