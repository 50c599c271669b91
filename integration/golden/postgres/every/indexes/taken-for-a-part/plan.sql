-- create index:m_id
-- drop index:p_id

-- ==== up ====
-- batch, all or nothing

-- 1. create index m_id (create index:m_id)
--    ! blocks-writes, builds-index: builds an index over table m; nobody writes to it meanwhile
CREATE INDEX m_id ON public.m USING btree (id);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index m_id (drop index:m_id)
--    ! slow, drops-index: drops index m_id: queries that used it read all of table m from then on
DROP INDEX public.m_id;

-- 2. create index p_id (create index:p_id)
--    ! blocks-writes, builds-index: builds an index over table m_0; nobody writes to it meanwhile
CREATE INDEX p_id ON public.m_0 USING btree (id);
