-- create index:by_value
-- create postgres/constraint:m.m_pkey
-- create postgres/trigger:m.kept

-- ==== up ====
-- batch, all or nothing

-- 1. create index by_value (create index:by_value)
--    ! blocks-writes, builds-index: builds an index over table m; nobody writes to it meanwhile
CREATE INDEX by_value ON public.m USING btree (value);

-- 2. add primary key m_pkey to table m (create postgres/constraint:m.m_pkey)
--    ! blocks-reads, builds-index: builds an index over table m; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.m ADD CONSTRAINT m_pkey PRIMARY KEY ("time", device);

-- 3. create trigger kept on m (create postgres/trigger:m.kept)
CREATE TRIGGER kept BEFORE UPDATE ON public.m FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- ==== down ====
-- batch, all or nothing

-- 1. drop index by_value (drop index:by_value)
--    ! slow, drops-index: drops index by_value: queries that used it read all of table m from then on
DROP INDEX public.by_value;

-- 2. drop primary key m_pkey of table m (drop postgres/constraint:m.m_pkey)
--    ! correctness, ends-guarantee: drops the primary key m_pkey of table m: from then on rows come that break it, and no statement fails
ALTER TABLE public.m DROP CONSTRAINT m_pkey;

-- 3. drop trigger kept on m (drop postgres/trigger:m.kept)
--    ! correctness, drops-trigger: drops trigger kept: what it does BEFORE UPDATE on m is not done any more, and no statement fails for want of it
DROP TRIGGER kept ON public.m;
