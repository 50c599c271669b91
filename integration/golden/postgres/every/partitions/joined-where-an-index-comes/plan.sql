-- create index:m_at
-- create postgres/constraint:m.positive
-- alter table:joins
--   add-column columns.n: n integer
--   add-parent parents.m: m FOR VALUES FROM (1) TO (2)
-- alter table:leaves
--   drop-parent parents.m: m FOR VALUES FROM (2) TO (3)
-- alter table:m
--   add-column columns.n: n integer

-- ==== up ====
-- batch, all or nothing

-- 1. leave the table above of table leaves (alter table:leaves)
--    ! correctness, hides-rows: takes table leaves out of table m: who reads, changes or counts the rows of m does not find those of leaves any more, and no statement fails
ALTER TABLE public.m DETACH PARTITION public.leaves;

-- 2. add column n of table m (alter table:m)
ALTER TABLE public.m ADD COLUMN n integer;

-- 3. create index m_at (create index:m_at)
--    ! blocks-writes, builds-index: builds an index over table m; nobody writes to it meanwhile
CREATE INDEX m_at ON public.m USING btree (at);

-- 4. add check positive to table m (create postgres/constraint:m.positive)
--    ! blocks-reads, scans-table: reads all of table m for the check positive, and rows that do not comply make it fail
ALTER TABLE public.m ADD CONSTRAINT positive CHECK ((id > 0));

-- 5. add column n of table joins (alter table:joins)
ALTER TABLE public.joins ADD COLUMN n integer;

-- 6. join the table above of table joins (alter table:joins)
--    ! blocks-reads, scans-table: reads all of table joins for whether its rows fit into m, and rows that do not comply make it fail
ALTER TABLE public.joins ADD CONSTRAINT positive CHECK ((id > 0));
ALTER TABLE public.m ATTACH PARTITION public.joins FOR VALUES FROM (1) TO (2);

-- ==== down ====
-- batch, all or nothing

-- 1. leave the table above of table joins (alter table:joins)
--    ! correctness, hides-rows: takes table joins out of table m: who reads, changes or counts the rows of m does not find those of joins any more, and no statement fails
ALTER TABLE public.m DETACH PARTITION public.joins;
ALTER TABLE public.joins DROP CONSTRAINT IF EXISTS positive;
DROP INDEX public.joins_at_idx;

-- 2. drop column n of table joins (alter table:joins)
--    ! data-loss, drops-column: drops column joins.n with all of its values [irreversible]
ALTER TABLE public.joins DROP COLUMN n;

-- 3. drop index m_at (drop index:m_at)
--    ! slow, drops-index: drops index m_at: queries that used it read all of table m from then on
DROP INDEX public.m_at;

-- 4. drop check positive of table m (drop postgres/constraint:m.positive)
--    ! correctness, ends-guarantee: drops the check positive of table m: from then on rows come that break it, and no statement fails
ALTER TABLE public.m DROP CONSTRAINT positive;

-- 5. drop column n of table m (alter table:m)
--    ! data-loss, drops-column: drops column m.n with all of its values [irreversible]
ALTER TABLE public.m DROP COLUMN n;

-- 6. join the table above of table leaves (alter table:leaves)
--    ! blocks-reads, scans-table: reads all of table leaves for whether its rows fit into m, and rows that do not comply make it fail
ALTER TABLE public.m ATTACH PARTITION public.leaves FOR VALUES FROM (2) TO (3);
