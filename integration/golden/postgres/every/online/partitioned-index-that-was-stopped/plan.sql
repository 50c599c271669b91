-- create index:by_a
-- drop index:t_1_a_idx

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. drop index t_1_a_idx (drop index:t_1_a_idx)
--    ! slow, drops-index: drops index t_1_a_idx: queries that used it read all of table t_1 from then on
DROP INDEX CONCURRENTLY public.t_1_a_idx;
-- batch, postgres/lock_timeout = 0

-- 2. build its part of index by_a for partition t_1 (create index:by_a)
CREATE INDEX CONCURRENTLY t_1_a_idx ON public.t_1 USING btree (a);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.t_1_a_idx;
-- batch, postgres/lock_timeout = 0

-- 3. build its part of index by_a for partition t_2 (create index:by_a)
CREATE INDEX CONCURRENTLY t_2_a_idx ON public.t_2 USING btree (a);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.t_2_a_idx;
-- batch, all or nothing

-- 4. create index by_a (create index:by_a)
CREATE INDEX by_a ON ONLY public.t USING btree (a);
ALTER INDEX public.by_a ATTACH PARTITION public.t_1_a_idx;
ALTER INDEX public.by_a ATTACH PARTITION public.t_2_a_idx;

-- ==== down ====
-- batch, all or nothing

-- 1. drop index by_a (drop index:by_a)
--    ! slow, drops-index: drops index by_a: queries that used it read all of table t from then on
DROP INDEX public.by_a;
-- batch, postgres/lock_timeout = 0

-- 2. create index t_1_a_idx (create index:t_1_a_idx)
CREATE INDEX CONCURRENTLY t_1_a_idx ON public.t_1 USING btree (a);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.t_1_a_idx;
