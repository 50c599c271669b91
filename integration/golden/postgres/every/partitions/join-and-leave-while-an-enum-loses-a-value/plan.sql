-- replace index:i: it cannot stay while postgres/enum:k is altered
-- drop index:joins_id_idx
-- create index:leaves_id_idx
-- alter postgres/enum:k
--   drop-value labels.x: x
-- alter table:joins
--   add-parent parents.p: p FOR VALUES IN (2)
-- alter table:leaves
--   drop-parent parents.p: p FOR VALUES IN (1)

-- ==== up ====
-- batch, all or nothing

-- 1. drop index joins_id_idx (drop index:joins_id_idx)
--    ! slow, drops-index: drops index joins_id_idx: queries that used it read all of table joins from then on
DROP INDEX public.joins_id_idx;

-- 2. drop index i (replace index:i)
DROP INDEX public.i;

-- 3. make enum k anew (alter postgres/enum:k)
--    ! blocks-reads, rewrites-table: writes table joins again, because the enum k is made anew; nobody reads or writes it meanwhile
--    ! blocks-reads, rewrites-table: writes table p again, because the enum k is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes joins.v from enum k to fewer values, which fails where one that goes is stored [irreversible]
--    ! data-loss, converts-values: changes p.v from enum k to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of joins still hold a value in v that goes from the enum k
SELECT v AS value, count(*) AS rows FROM public.joins WHERE v::text IN ('x') GROUP BY 1;
-- must find nothing: rows of p still hold a value in v that goes from the enum k
SELECT v AS value, count(*) AS rows FROM public.p WHERE v::text IN ('x') GROUP BY 1;
ALTER TYPE public.k RENAME TO _schema_sync_old_k;
CREATE TYPE public.k AS ENUM ('a', 'b');
ALTER TABLE public.joins ALTER COLUMN v TYPE public.k USING v::text::public.k;
ALTER TABLE public.p ALTER COLUMN v TYPE public.k USING v::text::public.k;
DROP TYPE public._schema_sync_old_k;

-- 4. join the table above of table joins (alter table:joins)
--    ! blocks-reads, scans-table: reads all of table joins for whether its rows fit into p, and rows that do not comply make it fail
ALTER TABLE public.p ATTACH PARTITION public.joins FOR VALUES IN (2);

-- 5. leave the table above of table leaves (alter table:leaves)
--    ! correctness, hides-rows: takes table leaves out of table p: who reads, changes or counts the rows of p does not find those of leaves any more, and no statement fails
ALTER TABLE public.p DETACH PARTITION public.leaves;
DROP INDEX IF EXISTS public.leaves_id_idx;

-- 6. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table p; nobody writes to it meanwhile
CREATE INDEX i ON public.p USING btree (id) WHERE (v = 'a'::public.k);

-- 7. create index leaves_id_idx (create index:leaves_id_idx)
--    ! blocks-writes, builds-index: builds an index over table leaves; nobody writes to it meanwhile
CREATE INDEX leaves_id_idx ON public.leaves USING btree (id) WHERE (v = 'a'::public.k);

-- The way down does not bring back:
--   alter postgres/enum:k: changes joins.v from enum k to fewer values, which fails where one that goes is stored
--   alter postgres/enum:k: changes p.v from enum k to fewer values, which fails where one that goes is stored

-- ==== down ====
-- batch

-- 1. add value x to enum k (alter postgres/enum:k)
ALTER TYPE public.k ADD VALUE 'x' BEFORE 'b';
-- batch, all or nothing

-- 2. leave the table above of table joins (alter table:joins)
--    ! correctness, hides-rows: takes table joins out of table p: who reads, changes or counts the rows of p does not find those of joins any more, and no statement fails
ALTER TABLE public.p DETACH PARTITION public.joins;

-- 3. join the table above of table leaves (alter table:leaves)
--    ! blocks-reads, scans-table: reads all of table leaves for whether its rows fit into p, and rows that do not comply make it fail
ALTER TABLE public.p ATTACH PARTITION public.leaves FOR VALUES IN (1);
