-- create index:m_id
-- drop index:own

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. drop index own (drop index:own)
--    ! slow, drops-index: drops index own: queries that used it read all of table m_0 from then on
DROP INDEX CONCURRENTLY public.own;
-- batch, postgres/lock_timeout = 0

-- 2. build its part of index m_id for partition m_1_1 (create index:m_id)
CREATE INDEX CONCURRENTLY m_1_1_id_idx ON public.m_1_1 USING btree (id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.m_1_1_id_idx;
-- batch, postgres/lock_timeout = 0

-- 3. build its part of index m_id for partition m_0 (create index:m_id)
CREATE INDEX CONCURRENTLY m_0_id_idx ON public.m_0 USING btree (id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.m_0_id_idx;
-- batch, all or nothing

-- 4. create index m_id (create index:m_id)
CREATE INDEX m_id ON ONLY public.m USING btree (id);
CREATE INDEX "m 1_id_idx" ON ONLY public."m 1" USING btree (id);
ALTER INDEX public."m 1_id_idx" ATTACH PARTITION public.m_1_1_id_idx;
ALTER INDEX public.m_id ATTACH PARTITION public."m 1_id_idx";
ALTER INDEX public.m_id ATTACH PARTITION public.m_0_id_idx;

-- ==== down ====
-- batch, all or nothing

-- 1. drop index m_id (drop index:m_id)
--    ! slow, drops-index: drops index m_id: queries that used it read all of table m from then on
DROP INDEX public.m_id;
-- batch, postgres/lock_timeout = 0

-- 2. create index own (create index:own)
CREATE INDEX CONCURRENTLY own ON public.m_0 USING btree (id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.own;
