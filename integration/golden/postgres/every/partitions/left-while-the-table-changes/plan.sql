-- create index:m_n
-- create postgres/constraint:m.positive
-- alter table:joins
--   add-column columns.n: n integer DEFAULT 5
--   add-parent parents.m: m FOR VALUES FROM (3) TO (4)
-- alter table:leaves
--   drop-parent parents.m: m FOR VALUES FROM (1) TO (2)
--   add-column columns.n: n integer DEFAULT 5
-- alter table:leaves_inner
--   drop-parent parents.inner_m: inner_m FOR VALUES FROM (1) TO (9)
--   add-column columns.n: n integer DEFAULT 6
-- alter table:m
--   add-column columns.n: n integer DEFAULT 5

-- ==== up ====
-- batch, all or nothing

-- 1. leave the table above of table leaves (alter table:leaves)
--    ! correctness, hides-rows: takes table leaves out of table m: who reads, changes or counts the rows of m does not find those of leaves any more, and no statement fails
ALTER TABLE public.m DETACH PARTITION public.leaves;

-- 2. add column n of table leaves (alter table:leaves)
ALTER TABLE public.leaves ADD COLUMN n integer DEFAULT 5;

-- 3. leave the table above of table leaves_inner (alter table:leaves_inner)
--    ! correctness, hides-rows: takes table leaves_inner out of table inner_m: who reads, changes or counts the rows of inner_m does not find those of leaves_inner any more, and no statement fails
ALTER TABLE public.inner_m DETACH PARTITION public.leaves_inner;

-- 4. add column n of table leaves_inner (alter table:leaves_inner)
ALTER TABLE public.leaves_inner ADD COLUMN n integer DEFAULT 6;

-- 5. add column n of table m (alter table:m)
ALTER TABLE public.m ADD COLUMN n integer DEFAULT 5;

-- 6. create index m_n (create index:m_n)
--    ! blocks-writes, builds-index: builds an index over table m; nobody writes to it meanwhile
CREATE INDEX m_n ON public.m USING btree (n);

-- 7. add check positive to table m (create postgres/constraint:m.positive)
--    ! blocks-reads, scans-table: reads all of table m for the check positive, and rows that do not comply make it fail
ALTER TABLE public.m ADD CONSTRAINT positive CHECK ((n > 0));

-- 8. add column n of table joins (alter table:joins)
ALTER TABLE public.joins ADD COLUMN n integer DEFAULT 5;

-- 9. join the table above of table joins (alter table:joins)
--    ! blocks-reads, scans-table: reads all of table joins for whether its rows fit into m, and rows that do not comply make it fail
ALTER TABLE public.joins ADD CONSTRAINT positive CHECK ((n > 0));
ALTER TABLE public.m ATTACH PARTITION public.joins FOR VALUES FROM (3) TO (4);

-- ==== down ====
-- batch, all or nothing

-- 1. leave the table above of table joins (alter table:joins)
--    ! correctness, hides-rows: takes table joins out of table m: who reads, changes or counts the rows of m does not find those of joins any more, and no statement fails
ALTER TABLE public.m DETACH PARTITION public.joins;
ALTER TABLE public.joins DROP CONSTRAINT IF EXISTS positive;
DROP INDEX public.joins_n_idx;

-- 2. drop column n of table joins (alter table:joins)
--    ! data-loss, drops-column: drops column joins.n with all of its values [irreversible]
ALTER TABLE public.joins DROP COLUMN n;

-- 3. drop index m_n (drop index:m_n)
--    ! slow, drops-index: drops index m_n: queries that used it read all of table m from then on
DROP INDEX public.m_n;

-- 4. drop check positive of table m (drop postgres/constraint:m.positive)
--    ! correctness, ends-guarantee: drops the check positive of table m: from then on rows come that break it, and no statement fails
ALTER TABLE public.m DROP CONSTRAINT positive;

-- 5. drop column n of table m (alter table:m)
--    ! data-loss, drops-column: drops column m.n with all of its values [irreversible]
ALTER TABLE public.m DROP COLUMN n;

-- 6. drop column n of table leaves (alter table:leaves)
--    ! data-loss, drops-column: drops column leaves.n with all of its values [irreversible]
ALTER TABLE public.leaves DROP COLUMN n;

-- 7. join the table above of table leaves (alter table:leaves)
--    ! blocks-reads, scans-table: reads all of table leaves for whether its rows fit into m, and rows that do not comply make it fail
ALTER TABLE public.m ATTACH PARTITION public.leaves FOR VALUES FROM (1) TO (2);

-- 8. drop column n of table leaves_inner (alter table:leaves_inner)
--    ! data-loss, drops-column: drops column leaves_inner.n with all of its values [irreversible]
ALTER TABLE public.leaves_inner DROP COLUMN n;

-- 9. join the table above of table leaves_inner (alter table:leaves_inner)
--    ! blocks-reads, scans-table: reads all of table leaves_inner for whether its rows fit into inner_m, and rows that do not comply make it fail
ALTER TABLE public.inner_m ATTACH PARTITION public.leaves_inner FOR VALUES FROM (1) TO (9);
