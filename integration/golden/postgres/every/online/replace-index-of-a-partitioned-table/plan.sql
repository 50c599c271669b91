-- replace index:m_id: an index cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop index m_id (replace index:m_id)
DROP INDEX public.m_id;
-- batch, all or nothing

-- 2. create index m_id (replace index:m_id)
CREATE INDEX m_id ON ONLY public.m USING btree (id, at);
-- batch, all or nothing

-- 3. create index m 1_id_at_idx (replace index:m_id)
CREATE INDEX "m 1_id_at_idx" ON ONLY public."m 1" USING btree (id, at);
-- batch, postgres/lock_timeout = 0

-- 4. create index m_1_1_id_at_idx (replace index:m_id)
CREATE INDEX CONCURRENTLY m_1_1_id_at_idx ON public.m_1_1 USING btree (id, at);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.m_1_1_id_at_idx;
-- batch, all or nothing

-- 5. make it a part of index m 1_id_at_idx (replace index:m_id)
ALTER INDEX public."m 1_id_at_idx" ATTACH PARTITION public.m_1_1_id_at_idx;
-- batch, all or nothing

-- 6. make it a part of index m_id (replace index:m_id)
ALTER INDEX public.m_id ATTACH PARTITION public."m 1_id_at_idx";
-- batch, postgres/lock_timeout = 0

-- 7. create index m_0_id_at_idx (replace index:m_id)
CREATE INDEX CONCURRENTLY m_0_id_at_idx ON public.m_0 USING btree (id, at);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.m_0_id_at_idx;
-- batch, all or nothing

-- 8. make it a part of index m_id (replace index:m_id)
ALTER INDEX public.m_id ATTACH PARTITION public.m_0_id_at_idx;

-- ==== down ====
-- batch, all or nothing

-- 1. drop index m_id (replace index:m_id)
DROP INDEX public.m_id;
-- batch, all or nothing

-- 2. create index m_id (replace index:m_id)
CREATE INDEX m_id ON ONLY public.m USING btree (id);
-- batch, all or nothing

-- 3. create index m 1_id_idx (replace index:m_id)
CREATE INDEX "m 1_id_idx" ON ONLY public."m 1" USING btree (id);
-- batch, postgres/lock_timeout = 0

-- 4. create index m_1_1_id_idx (replace index:m_id)
CREATE INDEX CONCURRENTLY m_1_1_id_idx ON public.m_1_1 USING btree (id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.m_1_1_id_idx;
-- batch, all or nothing

-- 5. make it a part of index m 1_id_idx (replace index:m_id)
ALTER INDEX public."m 1_id_idx" ATTACH PARTITION public.m_1_1_id_idx;
-- batch, all or nothing

-- 6. make it a part of index m_id (replace index:m_id)
ALTER INDEX public.m_id ATTACH PARTITION public."m 1_id_idx";
-- batch, postgres/lock_timeout = 0

-- 7. create index m_0_id_idx (replace index:m_id)
CREATE INDEX CONCURRENTLY m_0_id_idx ON public.m_0 USING btree (id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.m_0_id_idx;
-- batch, all or nothing

-- 8. make it a part of index m_id (replace index:m_id)
ALTER INDEX public.m_id ATTACH PARTITION public.m_0_id_idx;
