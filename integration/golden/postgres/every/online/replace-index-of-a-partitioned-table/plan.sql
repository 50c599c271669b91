-- replace index:m_id: an index cannot be altered

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. build its part of index m_id for partition m_1_1 (replace index:m_id)
CREATE INDEX CONCURRENTLY schema_sync_new_m_1_1_id_at_idx ON public.m_1_1 USING btree (id, at);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_m_1_1_id_at_idx;
-- batch, postgres/lock_timeout = 0

-- 2. build its part of index m_id for partition m_0 (replace index:m_id)
CREATE INDEX CONCURRENTLY schema_sync_new_m_0_id_at_idx ON public.m_0 USING btree (id, at);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_m_0_id_at_idx;
-- batch, all or nothing

-- 3. drop index m_id (replace index:m_id)
DROP INDEX public.m_id;

-- 4. create index m_id (replace index:m_id)
CREATE INDEX m_id ON ONLY public.m USING btree (id, at);
CREATE INDEX "m 1_id_at_idx" ON ONLY public."m 1" USING btree (id, at);
ALTER INDEX public.schema_sync_new_m_1_1_id_at_idx RENAME TO m_1_1_id_at_idx;
ALTER INDEX public."m 1_id_at_idx" ATTACH PARTITION public.m_1_1_id_at_idx;
ALTER INDEX public.m_id ATTACH PARTITION public."m 1_id_at_idx";
ALTER INDEX public.schema_sync_new_m_0_id_at_idx RENAME TO m_0_id_at_idx;
ALTER INDEX public.m_id ATTACH PARTITION public.m_0_id_at_idx;

-- ==== down ====
-- batch, postgres/lock_timeout = 0

-- 1. build its part of index m_id for partition m_1_1 (replace index:m_id)
CREATE INDEX CONCURRENTLY schema_sync_new_m_1_1_id_idx ON public.m_1_1 USING btree (id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_m_1_1_id_idx;
-- batch, postgres/lock_timeout = 0

-- 2. build its part of index m_id for partition m_0 (replace index:m_id)
CREATE INDEX CONCURRENTLY schema_sync_new_m_0_id_idx ON public.m_0 USING btree (id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_m_0_id_idx;
-- batch, all or nothing

-- 3. drop index m_id (replace index:m_id)
DROP INDEX public.m_id;

-- 4. create index m_id (replace index:m_id)
CREATE INDEX m_id ON ONLY public.m USING btree (id);
CREATE INDEX "m 1_id_idx" ON ONLY public."m 1" USING btree (id);
ALTER INDEX public.schema_sync_new_m_1_1_id_idx RENAME TO m_1_1_id_idx;
ALTER INDEX public."m 1_id_idx" ATTACH PARTITION public.m_1_1_id_idx;
ALTER INDEX public.m_id ATTACH PARTITION public."m 1_id_idx";
ALTER INDEX public.schema_sync_new_m_0_id_idx RENAME TO m_0_id_idx;
ALTER INDEX public.m_id ATTACH PARTITION public.m_0_id_idx;
