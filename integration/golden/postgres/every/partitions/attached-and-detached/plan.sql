-- drop index:joins_at
-- create index:leaves_by_at
-- drop postgres/constraint:joins.joins_key
-- create postgres/constraint:leaves.leaves_pkey
-- alter table:joins
--   add-parent parents.m: m FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')
-- alter table:leaves
--   drop-parent parents.m: m FOR VALUES FROM ('2023-01-01') TO ('2024-01-01')
-- alter table:moves
--   drop-parent parents.m: m FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')
--   add-parent parents.m: m FOR VALUES FROM ('2025-01-01') TO ('2027-01-01')

-- ==== up ====
-- batch, all or nothing

-- 1. join the table above of table joins (alter table:joins)
--    ! blocks-reads, scans-table: reads all of table joins for whether its rows fit into m, and rows that do not comply make it fail
ALTER TABLE public.joins ADD CONSTRAINT positive CHECK ((id > 0));
ALTER TABLE public.joins RENAME CONSTRAINT joins_key TO joins_pkey;
ALTER INDEX public.joins_at RENAME TO joins_at_idx;
ALTER TABLE public.m ATTACH PARTITION public.joins FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- 2. leave the table above of table leaves (alter table:leaves)
--    ! correctness, hides-rows: takes table leaves out of table m: who reads, changes or counts the rows of m does not find those of leaves any more, and no statement fails
ALTER TABLE public.m DETACH PARTITION public.leaves;
ALTER TABLE public.leaves DROP CONSTRAINT IF EXISTS positive;
ALTER INDEX public.leaves_at_idx RENAME TO leaves_by_at;

-- 3. leave the table above of table moves (alter table:moves)
ALTER TABLE public.m DETACH PARTITION public.moves;

-- 4. join the table above of table moves (alter table:moves)
--    ! blocks-reads, scans-table: reads all of table moves for whether its rows fit into m, and rows that do not comply make it fail
ALTER TABLE public.m ATTACH PARTITION public.moves FOR VALUES FROM ('2025-01-01') TO ('2027-01-01');

-- ==== down ====
-- batch, all or nothing

-- 1. leave the table above of table joins (alter table:joins)
--    ! correctness, hides-rows: takes table joins out of table m: who reads, changes or counts the rows of m does not find those of joins any more, and no statement fails
ALTER TABLE public.m DETACH PARTITION public.joins;
ALTER TABLE public.joins DROP CONSTRAINT IF EXISTS positive;
ALTER TABLE public.joins RENAME CONSTRAINT joins_pkey TO joins_key;
ALTER INDEX public.joins_at_idx RENAME TO joins_at;

-- 2. join the table above of table leaves (alter table:leaves)
--    ! blocks-reads, scans-table: reads all of table leaves for whether its rows fit into m, and rows that do not comply make it fail
ALTER TABLE public.leaves ADD CONSTRAINT positive CHECK ((id > 0));
ALTER INDEX public.leaves_by_at RENAME TO leaves_at_idx;
ALTER TABLE public.m ATTACH PARTITION public.leaves FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');

-- 3. leave the table above of table moves (alter table:moves)
ALTER TABLE public.m DETACH PARTITION public.moves;

-- 4. join the table above of table moves (alter table:moves)
--    ! blocks-reads, scans-table: reads all of table moves for whether its rows fit into m, and rows that do not comply make it fail
ALTER TABLE public.m ATTACH PARTITION public.moves FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
