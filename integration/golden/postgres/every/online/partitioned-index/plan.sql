-- create index:by_b
-- create index:by_key

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. build its part of index by_b for partition m_1 (create index:by_b)
CREATE INDEX CONCURRENTLY m_1_b_id_idx ON public.m_1 USING btree (b, id DESC) WHERE (b > 0);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.m_1_b_id_idx;
-- batch, postgres/lock_timeout = 0

-- 2. build its part of index by_b for partition m_2 Ä (create index:by_b)
CREATE INDEX CONCURRENTLY "m_2 Ä_b_id_idx" ON public."m_2 Ä" USING btree (b, id DESC) WHERE (b > 0);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public."m_2 Ä_b_id_idx";
-- batch, all or nothing

-- 3. create index by_b (create index:by_b)
CREATE INDEX by_b ON ONLY public.m USING btree (b, id DESC) WHERE (b > 0);
ALTER INDEX public.by_b ATTACH PARTITION public.m_1_b_id_idx;
CREATE INDEX m_2_b_id_idx ON ONLY public.m_2 USING btree (b, id DESC) WHERE (b > 0);
ALTER INDEX public.m_2_b_id_idx ATTACH PARTITION public."m_2 Ä_b_id_idx";
ALTER INDEX public.by_b ATTACH PARTITION public.m_2_b_id_idx;
-- batch, postgres/lock_timeout = 0

-- 4. build its part of index by_key for partition m_1 (create index:by_key)
CREATE UNIQUE INDEX CONCURRENTLY m_1_id_a_idx ON public.m_1 USING btree (id, a);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.m_1_id_a_idx;
-- batch, postgres/lock_timeout = 0

-- 5. build its part of index by_key for partition m_2 Ä (create index:by_key)
CREATE UNIQUE INDEX CONCURRENTLY "m_2 Ä_id_a_idx" ON public."m_2 Ä" USING btree (id, a);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public."m_2 Ä_id_a_idx";
-- batch, all or nothing

-- 6. create index by_key (create index:by_key)
CREATE UNIQUE INDEX by_key ON ONLY public.m USING btree (id, a);
ALTER INDEX public.by_key ATTACH PARTITION public.m_1_id_a_idx;
CREATE UNIQUE INDEX m_2_id_a_idx ON ONLY public.m_2 USING btree (id, a);
ALTER INDEX public.m_2_id_a_idx ATTACH PARTITION public."m_2 Ä_id_a_idx";
ALTER INDEX public.by_key ATTACH PARTITION public.m_2_id_a_idx;

-- ==== down ====
-- batch, all or nothing

-- 1. drop index by_b (drop index:by_b)
--    ! slow, drops-index: drops index by_b: queries that used it read all of table m from then on
DROP INDEX public.by_b;
-- batch, all or nothing

-- 2. drop index by_key (drop index:by_key)
--    ! correctness, ends-guarantee: drops the unique index by_key of table m: from then on rows come that break it, and no statement fails
--    ! slow, drops-index: drops index by_key: queries that used it read all of table m from then on
DROP INDEX public.by_key;
