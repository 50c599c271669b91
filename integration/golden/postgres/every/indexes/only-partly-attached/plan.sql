-- alter index:p_1
--   change-part-of partOf: none → index:m_id

-- ==== up ====
-- batch, all or nothing

-- 1. alter index p_1 (alter index:p_1)
ALTER INDEX public.m_id ATTACH PARTITION public.p_1;

-- ==== down ====
-- batch, all or nothing

-- 1. drop index m_id (replace index:m_id)
DROP INDEX public.m_id;

-- 2. create index m_id (replace index:m_id)
CREATE INDEX m_id ON ONLY public.m USING btree (id);

-- 3. create index p_1 (replace index:p_1)
--    ! blocks-writes, builds-index: builds an index over table m_1; nobody writes to it meanwhile
CREATE INDEX p_1 ON public.m_1 USING btree (id);
