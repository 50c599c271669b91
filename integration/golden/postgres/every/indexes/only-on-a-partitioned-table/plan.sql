-- create index:m_id

-- ==== up ====
-- batch, all or nothing

-- 1. create index m_id (create index:m_id)
CREATE INDEX m_id ON ONLY public.m USING btree (id);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index m_id (drop index:m_id)
DROP INDEX public.m_id;
