-- drop table:m_2023

-- ==== up ====
-- batch, all or nothing

-- 1. drop table m_2023 (drop table:m_2023)
--    ! data-loss, drops-table: drops table m_2023 with all of its rows [irreversible]
DROP TABLE public.m_2023;

-- The way down does not bring back:
--   drop table:m_2023: drops table m_2023 with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. create table m_2023 (create table:m_2023)
CREATE TABLE public.m_2023 PARTITION OF public.m FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
