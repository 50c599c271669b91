-- replace index:m_id: the storage parameters of an index of a partitioned table are given where it is created

-- ==== up ====
-- batch, all or nothing

-- 1. drop index m_id (replace index:m_id)
DROP INDEX public.m_id;

-- 2. create index m_id (replace index:m_id)
--    ! blocks-writes, builds-index: builds an index over table m; nobody writes to it meanwhile
CREATE INDEX m_id ON public.m USING btree (id) WITH (fillfactor=80);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index m_id (replace index:m_id)
DROP INDEX public.m_id;

-- 2. create index m_id (replace index:m_id)
--    ! blocks-writes, builds-index: builds an index over table m; nobody writes to it meanwhile
CREATE INDEX m_id ON public.m USING btree (id) WITH (fillfactor=70);
