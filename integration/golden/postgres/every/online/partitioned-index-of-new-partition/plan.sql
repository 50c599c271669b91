-- create index:by_b
-- create table:m_3

-- ==== up ====
-- batch, all or nothing

-- 1. create index by_b (create index:by_b)
--    ! blocks-writes, builds-index: builds an index over table m; nobody writes to it meanwhile
CREATE INDEX by_b ON public.m USING btree (b);
-- batch, all or nothing

-- 2. create table m_3 (create table:m_3)
CREATE TABLE public.m_3 PARTITION OF public.m FOR VALUES IN (3);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index by_b (drop index:by_b)
--    ! slow, drops-index: drops index by_b: queries that used it read all of table m from then on
DROP INDEX public.by_b;
-- batch, all or nothing

-- 2. drop table m_3 (drop table:m_3)
--    ! data-loss, drops-table: drops table m_3 with all of its rows [irreversible]
DROP TABLE public.m_3;
