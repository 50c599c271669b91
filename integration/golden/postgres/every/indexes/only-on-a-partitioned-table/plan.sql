-- create index:m_id

-- ==== up ====
-- batch, all or nothing

-- 1. create index m_id (create index:m_id)
CREATE INDEX m_id ON ONLY public.m USING btree (id);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index m_id (drop index:m_id)
--    ! slow, drops-index: drops index m_id: queries that used it read all of table m from then on
DROP INDEX public.m_id;
