-- alter table:j Ö
--   add-parent parents.m: m FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2025-01-01 00:00:00+00')
-- alter table:l_1
--   add-parent parents.l: l FOR VALUES IN ('a', 'b,(', NULL)
-- alter table:two_1
--   add-parent parents.two: two FOR VALUES FROM (1, 5) TO (3, 7)

-- ==== up ====
-- batch

-- 1. look whether the rows of table j Ö fit into m (alter table:j Ö)
ALTER TABLE public."j Ö" ADD CONSTRAINT "schema_sync_bound_j Ö" CHECK (at IS NOT NULL AND at >= '2024-01-01 00:00:00+00' AND at < '2025-01-01 00:00:00+00') NOT VALID;
ALTER TABLE public."j Ö" VALIDATE CONSTRAINT "schema_sync_bound_j Ö";
-- removes what a failure leaves behind: ALTER TABLE public."j Ö" DROP CONSTRAINT "schema_sync_bound_j Ö";
-- batch, all or nothing

-- 2. join the table above of table j Ö (alter table:j Ö)
ALTER TABLE public."j Ö" ADD CONSTRAINT positive CHECK ((id > 0));
ALTER TABLE public.m ATTACH PARTITION public."j Ö" FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2025-01-01 00:00:00+00');
ALTER TABLE public."j Ö" DROP CONSTRAINT "schema_sync_bound_j Ö";
-- batch

-- 3. look whether the rows of table l_1 fit into l (alter table:l_1)
ALTER TABLE public.l_1 ADD CONSTRAINT schema_sync_bound_l_1 CHECK (lower((k)::text) IS NULL OR lower((k)::text) IN ('a', 'b,(')) NOT VALID;
ALTER TABLE public.l_1 VALIDATE CONSTRAINT schema_sync_bound_l_1;
-- removes what a failure leaves behind: ALTER TABLE public.l_1 DROP CONSTRAINT schema_sync_bound_l_1;
-- batch, all or nothing

-- 4. join the table above of table l_1 (alter table:l_1)
ALTER TABLE public.l ATTACH PARTITION public.l_1 FOR VALUES IN ('a', 'b,(', NULL);
ALTER TABLE public.l_1 DROP CONSTRAINT schema_sync_bound_l_1;
-- batch

-- 5. look whether the rows of table two_1 fit into two (alter table:two_1)
ALTER TABLE public.two_1 ADD CONSTRAINT schema_sync_bound_two_1 CHECK (a IS NOT NULL AND b IS NOT NULL AND (a > 1 OR (a = 1 AND b >= 5)) AND (a < 3 OR (a = 3 AND b < 7))) NOT VALID;
ALTER TABLE public.two_1 VALIDATE CONSTRAINT schema_sync_bound_two_1;
-- removes what a failure leaves behind: ALTER TABLE public.two_1 DROP CONSTRAINT schema_sync_bound_two_1;
-- batch, all or nothing

-- 6. join the table above of table two_1 (alter table:two_1)
ALTER TABLE public.two ATTACH PARTITION public.two_1 FOR VALUES FROM (1, 5) TO (3, 7);
ALTER TABLE public.two_1 DROP CONSTRAINT schema_sync_bound_two_1;

-- ==== down ====
-- batch, all or nothing

-- 1. leave the table above of table j Ö (alter table:j Ö)
--    ! correctness, hides-rows: takes table j Ö out of table m: who reads, changes or counts the rows of m does not find those of j Ö any more, and no statement fails
ALTER TABLE public.m DETACH PARTITION public."j Ö";
ALTER TABLE public."j Ö" DROP CONSTRAINT IF EXISTS positive;
-- batch, all or nothing

-- 2. leave the table above of table l_1 (alter table:l_1)
--    ! correctness, hides-rows: takes table l_1 out of table l: who reads, changes or counts the rows of l does not find those of l_1 any more, and no statement fails
ALTER TABLE public.l DETACH PARTITION public.l_1;
-- batch, all or nothing

-- 3. leave the table above of table two_1 (alter table:two_1)
--    ! correctness, hides-rows: takes table two_1 out of table two: who reads, changes or counts the rows of two does not find those of two_1 any more, and no statement fails
ALTER TABLE public.two DETACH PARTITION public.two_1;
