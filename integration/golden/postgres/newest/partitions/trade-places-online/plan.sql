-- alter table:first
--   drop-parent parents.a: a FOR VALUES IN (5, 6)
--   add-parent parents.a: a FOR VALUES IN (7)
-- alter table:p
--   drop-parent parents.a: a FOR VALUES IN (1)
--   add-parent parents.b: b FOR VALUES IN (1)
-- alter table:q
--   drop-parent parents.b: b FOR VALUES IN (1)
--   add-parent parents.a: a FOR VALUES IN (1)
-- alter table:second
--   drop-parent parents.a: a FOR VALUES IN (7, 8)
--   add-parent parents.a: a FOR VALUES IN (5, 8)

-- ==== up ====
-- batch

-- 1. look whether the rows of table first fit into a (alter table:first)
ALTER TABLE public.first ADD CONSTRAINT schema_sync_bound_first CHECK (id IS NOT NULL AND id IN (7)) NOT VALID;
ALTER TABLE public.first VALIDATE CONSTRAINT schema_sync_bound_first;
-- removes what a failure leaves behind: ALTER TABLE public.first DROP CONSTRAINT schema_sync_bound_first;
-- batch, all or nothing

-- 2. leave the table above of table first (alter table:first)
ALTER TABLE public.a DETACH PARTITION public.first;
-- batch

-- 3. look whether the rows of table p are those of its bound, before it leaves (alter table:p)
ALTER TABLE public.p ADD CONSTRAINT schema_sync_bound_p CHECK (id IS NOT NULL AND id IN (1)) NOT VALID;
ALTER TABLE public.p VALIDATE CONSTRAINT schema_sync_bound_p;
-- removes what a failure leaves behind: ALTER TABLE public.p DROP CONSTRAINT schema_sync_bound_p;
-- batch, postgres/lock_timeout = 0

-- 4. leave the table above of table p (alter table:p)
--    ! correctness, hides-rows: takes table p out of table a: who reads, changes or counts the rows of a does not find those of p any more, and no statement fails
ALTER TABLE public.a DETACH PARTITION public.p CONCURRENTLY;
-- batch, all or nothing

-- 5. settle what table p had from the table above (alter table:p)
ALTER TABLE public.p DROP CONSTRAINT schema_sync_bound_p;
DROP INDEX public.p_x_idx;
-- batch

-- 6. look whether the rows of table p fit into b (alter table:p)
ALTER TABLE public.p ADD CONSTRAINT schema_sync_bound_p CHECK (id IS NOT NULL AND id IN (1)) NOT VALID;
ALTER TABLE public.p VALIDATE CONSTRAINT schema_sync_bound_p;
-- removes what a failure leaves behind: ALTER TABLE public.p DROP CONSTRAINT schema_sync_bound_p;
-- batch

-- 7. look whether the rows of table q are those of its bound, before it leaves (alter table:q)
ALTER TABLE public.q ADD CONSTRAINT schema_sync_bound_q CHECK (id IS NOT NULL AND id IN (1)) NOT VALID;
ALTER TABLE public.q VALIDATE CONSTRAINT schema_sync_bound_q;
-- removes what a failure leaves behind: ALTER TABLE public.q DROP CONSTRAINT schema_sync_bound_q;
-- batch, postgres/lock_timeout = 0

-- 8. leave the table above of table q (alter table:q)
--    ! correctness, hides-rows: takes table q out of table b: who reads, changes or counts the rows of b does not find those of q any more, and no statement fails
ALTER TABLE public.b DETACH PARTITION public.q CONCURRENTLY;
-- batch, all or nothing

-- 9. settle what table q had from the table above (alter table:q)
ALTER TABLE public.q DROP CONSTRAINT schema_sync_bound_q;
-- batch

-- 10. look whether the rows of table q fit into a (alter table:q)
ALTER TABLE public.q ADD CONSTRAINT schema_sync_bound_q CHECK (id IS NOT NULL AND id IN (1)) NOT VALID;
ALTER TABLE public.q VALIDATE CONSTRAINT schema_sync_bound_q;
-- removes what a failure leaves behind: ALTER TABLE public.q DROP CONSTRAINT schema_sync_bound_q;
-- batch, all or nothing

-- 11. join the table above of table p (alter table:p)
ALTER TABLE public.b ATTACH PARTITION public.p FOR VALUES IN (1);
ALTER TABLE public.p DROP CONSTRAINT schema_sync_bound_p;
-- batch, all or nothing

-- 12. join the table above of table q (alter table:q)
ALTER TABLE public.a ATTACH PARTITION public.q FOR VALUES IN (1);
ALTER TABLE public.q DROP CONSTRAINT schema_sync_bound_q;
-- batch

-- 13. look whether the rows of table second fit into a (alter table:second)
ALTER TABLE public.second ADD CONSTRAINT schema_sync_bound_second CHECK (id IS NOT NULL AND id IN (5, 8)) NOT VALID;
ALTER TABLE public.second VALIDATE CONSTRAINT schema_sync_bound_second;
-- removes what a failure leaves behind: ALTER TABLE public.second DROP CONSTRAINT schema_sync_bound_second;
-- batch, all or nothing

-- 14. leave the table above of table second (alter table:second)
ALTER TABLE public.a DETACH PARTITION public.second;
-- batch, all or nothing

-- 15. join the table above of table first (alter table:first)
ALTER TABLE public.a ATTACH PARTITION public.first FOR VALUES IN (7);
ALTER TABLE public.first DROP CONSTRAINT schema_sync_bound_first;
-- batch, all or nothing

-- 16. join the table above of table second (alter table:second)
ALTER TABLE public.a ATTACH PARTITION public.second FOR VALUES IN (5, 8);
ALTER TABLE public.second DROP CONSTRAINT schema_sync_bound_second;

-- ==== down ====
-- batch

-- 1. look whether the rows of table first fit into a (alter table:first)
ALTER TABLE public.first ADD CONSTRAINT schema_sync_bound_first CHECK (id IS NOT NULL AND id IN (5, 6)) NOT VALID;
ALTER TABLE public.first VALIDATE CONSTRAINT schema_sync_bound_first;
-- removes what a failure leaves behind: ALTER TABLE public.first DROP CONSTRAINT schema_sync_bound_first;
-- batch, all or nothing

-- 2. leave the table above of table first (alter table:first)
ALTER TABLE public.a DETACH PARTITION public.first;
-- batch

-- 3. look whether the rows of table p are those of its bound, before it leaves (alter table:p)
ALTER TABLE public.p ADD CONSTRAINT schema_sync_bound_p CHECK (id IS NOT NULL AND id IN (1)) NOT VALID;
ALTER TABLE public.p VALIDATE CONSTRAINT schema_sync_bound_p;
-- removes what a failure leaves behind: ALTER TABLE public.p DROP CONSTRAINT schema_sync_bound_p;
-- batch, postgres/lock_timeout = 0

-- 4. leave the table above of table p (alter table:p)
--    ! correctness, hides-rows: takes table p out of table b: who reads, changes or counts the rows of b does not find those of p any more, and no statement fails
ALTER TABLE public.b DETACH PARTITION public.p CONCURRENTLY;
-- batch, all or nothing

-- 5. settle what table p had from the table above (alter table:p)
ALTER TABLE public.p DROP CONSTRAINT schema_sync_bound_p;
-- batch

-- 6. look whether the rows of table p fit into a (alter table:p)
ALTER TABLE public.p ADD CONSTRAINT schema_sync_bound_p CHECK (id IS NOT NULL AND id IN (1)) NOT VALID;
ALTER TABLE public.p VALIDATE CONSTRAINT schema_sync_bound_p;
-- removes what a failure leaves behind: ALTER TABLE public.p DROP CONSTRAINT schema_sync_bound_p;
-- batch

-- 7. look whether the rows of table q are those of its bound, before it leaves (alter table:q)
ALTER TABLE public.q ADD CONSTRAINT schema_sync_bound_q CHECK (id IS NOT NULL AND id IN (1)) NOT VALID;
ALTER TABLE public.q VALIDATE CONSTRAINT schema_sync_bound_q;
-- removes what a failure leaves behind: ALTER TABLE public.q DROP CONSTRAINT schema_sync_bound_q;
-- batch, postgres/lock_timeout = 0

-- 8. leave the table above of table q (alter table:q)
--    ! correctness, hides-rows: takes table q out of table a: who reads, changes or counts the rows of a does not find those of q any more, and no statement fails
ALTER TABLE public.a DETACH PARTITION public.q CONCURRENTLY;
-- batch, all or nothing

-- 9. settle what table q had from the table above (alter table:q)
ALTER TABLE public.q DROP CONSTRAINT schema_sync_bound_q;
DROP INDEX public.q_x_idx;
-- batch

-- 10. look whether the rows of table q fit into b (alter table:q)
ALTER TABLE public.q ADD CONSTRAINT schema_sync_bound_q CHECK (id IS NOT NULL AND id IN (1)) NOT VALID;
ALTER TABLE public.q VALIDATE CONSTRAINT schema_sync_bound_q;
-- removes what a failure leaves behind: ALTER TABLE public.q DROP CONSTRAINT schema_sync_bound_q;
-- batch, all or nothing

-- 11. join the table above of table p (alter table:p)
ALTER TABLE public.a ATTACH PARTITION public.p FOR VALUES IN (1);
ALTER TABLE public.p DROP CONSTRAINT schema_sync_bound_p;
-- batch, all or nothing

-- 12. join the table above of table q (alter table:q)
ALTER TABLE public.b ATTACH PARTITION public.q FOR VALUES IN (1);
ALTER TABLE public.q DROP CONSTRAINT schema_sync_bound_q;
-- batch

-- 13. look whether the rows of table second fit into a (alter table:second)
ALTER TABLE public.second ADD CONSTRAINT schema_sync_bound_second CHECK (id IS NOT NULL AND id IN (7, 8)) NOT VALID;
ALTER TABLE public.second VALIDATE CONSTRAINT schema_sync_bound_second;
-- removes what a failure leaves behind: ALTER TABLE public.second DROP CONSTRAINT schema_sync_bound_second;
-- batch, all or nothing

-- 14. leave the table above of table second (alter table:second)
ALTER TABLE public.a DETACH PARTITION public.second;
-- batch, all or nothing

-- 15. join the table above of table first (alter table:first)
ALTER TABLE public.a ATTACH PARTITION public.first FOR VALUES IN (5, 6);
ALTER TABLE public.first DROP CONSTRAINT schema_sync_bound_first;
-- batch, all or nothing

-- 16. join the table above of table second (alter table:second)
ALTER TABLE public.a ATTACH PARTITION public.second FOR VALUES IN (7, 8);
ALTER TABLE public.second DROP CONSTRAINT schema_sync_bound_second;
