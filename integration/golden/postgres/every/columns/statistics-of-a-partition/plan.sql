-- alter table:m
--   change-statistics columns.id.statistics: 10 → 20
-- alter table:m_0
--   change-statistics columns.id.statistics: 10 → 30
--   change-column-options columns.id.column-options: none → ["n_distinct=4"]

-- ==== up ====
-- batch, all or nothing

-- 1. change the statistics target of column id of table m (alter table:m)
ALTER TABLE ONLY public.m ALTER COLUMN id SET STATISTICS 20;

-- 2. change the statistics target of column id of table m_0 (alter table:m_0)
ALTER TABLE public.m_0 ALTER COLUMN id SET STATISTICS 30;

-- 3. change the options of column id of table m_0 (alter table:m_0)
ALTER TABLE public.m_0 ALTER COLUMN id SET (n_distinct=4);

-- ==== down ====
-- batch, all or nothing

-- 1. change the statistics target of column id of table m (alter table:m)
ALTER TABLE ONLY public.m ALTER COLUMN id SET STATISTICS 10;

-- 2. change the statistics target of column id of table m_0 (alter table:m_0)
ALTER TABLE public.m_0 ALTER COLUMN id SET STATISTICS 10;

-- 3. change the options of column id of table m_0 (alter table:m_0)
ALTER TABLE public.m_0 ALTER COLUMN id RESET (n_distinct);
