-- create index:fresh
-- drop index:gone
-- create postgres/constraint:m.m_b_check
-- create postgres/constraint:m.m_b_fkey
-- create postgres/constraint:m.m_id_a_key

-- ==== up ====
-- batch, all or nothing

-- 1. drop index gone (drop index:gone)
--    ! slow, drops-index: drops index gone: queries that used it read all of table m from then on
DROP INDEX public.gone;

-- 2. create index fresh (create index:fresh)
--    ! blocks-writes, builds-index: builds an index over table m; nobody writes to it meanwhile
CREATE INDEX fresh ON public.m USING btree (b, id);

-- 3. add check m_b_check to table m (create postgres/constraint:m.m_b_check)
--    ! blocks-reads, scans-table: reads all of table m for the check m_b_check, and rows that do not comply make it fail
ALTER TABLE public.m ADD CONSTRAINT m_b_check CHECK ((b > 0));

-- 4. add foreign key m_b_fkey to table m (create postgres/constraint:m.m_b_fkey)
--    ! blocks-writes, scans-table: reads all of table m for the foreign key m_b_fkey, and rows that do not comply make it fail
ALTER TABLE public.m ADD CONSTRAINT m_b_fkey FOREIGN KEY (b) REFERENCES public.other(id);

-- 5. add unique m_id_a_key to table m (create postgres/constraint:m.m_id_a_key)
--    ! blocks-reads, builds-index: builds an index over table m; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.m ADD CONSTRAINT m_id_a_key UNIQUE (id, a);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index fresh (drop index:fresh)
--    ! slow, drops-index: drops index fresh: queries that used it read all of table m from then on
DROP INDEX public.fresh;

-- 2. drop check m_b_check of table m (drop postgres/constraint:m.m_b_check)
--    ! correctness, ends-guarantee: drops the check m_b_check of table m: from then on rows come that break it, and no statement fails
ALTER TABLE public.m DROP CONSTRAINT m_b_check;

-- 3. drop foreign key m_b_fkey of table m (drop postgres/constraint:m.m_b_fkey)
--    ! correctness, ends-guarantee: drops the foreign key m_b_fkey of table m: from then on rows come that break it, and no statement fails
ALTER TABLE public.m DROP CONSTRAINT m_b_fkey;

-- 4. drop unique m_id_a_key of table m (drop postgres/constraint:m.m_id_a_key)
--    ! correctness, ends-guarantee: drops the unique m_id_a_key of table m: from then on rows come that break it, and no statement fails
ALTER TABLE public.m DROP CONSTRAINT m_id_a_key;

-- 5. create index gone (create index:gone)
--    ! blocks-writes, builds-index: builds an index over table m; nobody writes to it meanwhile
CREATE INDEX gone ON public.m USING btree (b);
