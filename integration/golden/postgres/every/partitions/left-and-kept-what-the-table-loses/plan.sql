-- create index:leaves_kept
-- drop index:m_n
-- create postgres/constraint:leaves.leaves_pkey
-- create postgres/constraint:leaves.positive
-- drop postgres/constraint:m.m_pkey
-- drop postgres/constraint:m.positive
-- alter table:joins
--   add-parent parents.m: m FOR VALUES FROM (3) TO (4)
-- alter table:leaves
--   drop-parent parents.m: m FOR VALUES FROM (1) TO (2)
-- alter table:m
--   drop-column columns.n: n integer

-- ==== up ====
-- batch, all or nothing

-- 1. leave the table above of table leaves (alter table:leaves)
--    ! correctness, hides-rows: takes table leaves out of table m: who reads, changes or counts the rows of m does not find those of leaves any more, and no statement fails
ALTER TABLE public.m DETACH PARTITION public.leaves;
ALTER INDEX public.leaves_n_idx RENAME TO leaves_kept;

-- 2. drop index m_n (drop index:m_n)
--    ! slow, drops-index: drops index m_n: queries that used it read all of table m from then on
DROP INDEX public.m_n;

-- 3. drop primary key m_pkey of table m (drop postgres/constraint:m.m_pkey)
--    ! correctness, ends-guarantee: drops the primary key m_pkey of table m: from then on rows come that break it, and no statement fails
ALTER TABLE public.m DROP CONSTRAINT m_pkey;

-- 4. drop check positive of table m (drop postgres/constraint:m.positive)
--    ! correctness, ends-guarantee: drops the check positive of table m: from then on rows come that break it, and no statement fails
ALTER TABLE public.m DROP CONSTRAINT positive;

-- 5. drop column n of table m (alter table:m)
--    ! data-loss, drops-column: drops column m.n with all of its values [irreversible]
ALTER TABLE public.m DROP COLUMN n;

-- 6. join the table above of table joins (alter table:joins)
--    ! blocks-reads, scans-table: reads all of table joins for whether its rows fit into m, and rows that do not comply make it fail
ALTER TABLE public.m ATTACH PARTITION public.joins FOR VALUES FROM (3) TO (4);

-- The way down does not bring back:
--   alter table:m: drops column m.n with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. leave the table above of table joins (alter table:joins)
--    ! correctness, hides-rows: takes table joins out of table m: who reads, changes or counts the rows of m does not find those of joins any more, and no statement fails
ALTER TABLE public.m DETACH PARTITION public.joins;

-- 2. add column n of table m (alter table:m)
ALTER TABLE public.m ADD COLUMN n integer;

-- 3. create index m_n (create index:m_n)
--    ! blocks-writes, builds-index: builds an index over table m; nobody writes to it meanwhile
CREATE INDEX m_n ON public.m USING btree (n);

-- 4. add primary key m_pkey to table m (create postgres/constraint:m.m_pkey)
--    ! blocks-reads, builds-index: builds an index over table m; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.m ADD CONSTRAINT m_pkey PRIMARY KEY (id, at);

-- 5. add check positive to table m (create postgres/constraint:m.positive)
--    ! blocks-reads, scans-table: reads all of table m for the check positive, and rows that do not comply make it fail
ALTER TABLE public.m ADD CONSTRAINT positive CHECK ((n > 0));

-- 6. join the table above of table leaves (alter table:leaves)
--    ! blocks-reads, scans-table: reads all of table leaves for whether its rows fit into m, and rows that do not comply make it fail
ALTER INDEX public.leaves_kept RENAME TO leaves_n_idx;
ALTER TABLE public.m ATTACH PARTITION public.leaves FOR VALUES FROM (1) TO (2);
