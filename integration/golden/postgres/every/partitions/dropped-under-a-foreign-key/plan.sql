-- drop table:m_1

-- ==== up ====
-- batch, all or nothing

-- 1. drop table m_1 (drop table:m_1)
--    ! data-loss, drops-table: drops table m_1 with all of its rows [irreversible]
ALTER TABLE public.m DETACH PARTITION public.m_1;
DROP TABLE public.m_1;

-- The way down does not bring back:
--   drop table:m_1: drops table m_1 with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. create table m_1 (create table:m_1)
CREATE TABLE public.m_1 PARTITION OF public.m FOR VALUES FROM (10) TO (20);
