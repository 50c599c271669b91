-- rename index:of_m from index:m_id

-- ==== up ====
-- batch, all or nothing

-- 1. rename index m_id to of_m (rename index:of_m)
ALTER INDEX public.m_id RENAME TO of_m;

-- ==== down ====
-- batch, all or nothing

-- 1. rename index of_m to m_id (rename index:m_id)
ALTER INDEX public.of_m RENAME TO m_id;
