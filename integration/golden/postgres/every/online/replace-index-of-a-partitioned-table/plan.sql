-- replace index:m_id: an index cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop index m_id (replace index:m_id)
--    ! slow, gone-meanwhile: index m_id is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP INDEX public.m_id;
-- batch, postgres/lock_timeout = 0

-- 2. build its part of index m_id for partition m_1_1 (replace index:m_id)
CREATE INDEX CONCURRENTLY m_1_1_m_id ON public.m_1_1 USING btree (id, at);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.m_1_1_m_id;
-- batch, postgres/lock_timeout = 0

-- 3. build its part of index m_id for partition m_0 (replace index:m_id)
CREATE INDEX CONCURRENTLY m_0_m_id ON public.m_0 USING btree (id, at);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.m_0_m_id;
-- batch, all or nothing

-- 4. create index m_id (replace index:m_id)
CREATE INDEX m_id ON ONLY public.m USING btree (id, at);
CREATE INDEX "m 1_m_id" ON ONLY public."m 1" USING btree (id, at);
ALTER INDEX public."m 1_m_id" ATTACH PARTITION public.m_1_1_m_id;
ALTER INDEX public.m_id ATTACH PARTITION public."m 1_m_id";
ALTER INDEX public.m_id ATTACH PARTITION public.m_0_m_id;

-- ==== down ====
-- batch, all or nothing

-- 1. drop index m_id (replace index:m_id)
--    ! slow, gone-meanwhile: index m_id is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP INDEX public.m_id;
-- batch, postgres/lock_timeout = 0

-- 2. build its part of index m_id for partition m_1_1 (replace index:m_id)
CREATE INDEX CONCURRENTLY m_1_1_m_id ON public.m_1_1 USING btree (id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.m_1_1_m_id;
-- batch, postgres/lock_timeout = 0

-- 3. build its part of index m_id for partition m_0 (replace index:m_id)
CREATE INDEX CONCURRENTLY m_0_m_id ON public.m_0 USING btree (id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.m_0_m_id;
-- batch, all or nothing

-- 4. create index m_id (replace index:m_id)
CREATE INDEX m_id ON ONLY public.m USING btree (id);
CREATE INDEX "m 1_m_id" ON ONLY public."m 1" USING btree (id);
ALTER INDEX public."m 1_m_id" ATTACH PARTITION public.m_1_1_m_id;
ALTER INDEX public.m_id ATTACH PARTITION public."m 1_m_id";
ALTER INDEX public.m_id ATTACH PARTITION public.m_0_m_id;
