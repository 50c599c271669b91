-- create index:m_id
-- create index:own

-- ==== up ====
-- batch, all or nothing

-- 1. create index m_id (create index:m_id)
--    ! blocks-writes, builds-index: builds an index over table m; nobody writes to it meanwhile
CREATE INDEX m_id ON public.m USING btree (id) WITH (fillfactor=70);

-- 2. create index own (create index:own)
--    ! blocks-writes, builds-index: builds an index over table m_0; nobody writes to it meanwhile
CREATE INDEX own ON public.m_0 USING btree (at, id);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index m_id (drop index:m_id)
--    ! slow, drops-index: drops index m_id: queries that used it read all of table m from then on
DROP INDEX public.m_id;

-- 2. drop index own (drop index:own)
--    ! slow, drops-index: drops index own: queries that used it read all of table m_0 from then on
DROP INDEX public.own;
