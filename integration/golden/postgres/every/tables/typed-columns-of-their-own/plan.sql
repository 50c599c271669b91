-- create index:points_y
-- create postgres/comment:points.table
-- create postgres/constraint:points.points_x_check
-- alter table:points
--   change-not-null columns.x.not-null: false → true
--   change-default columns.x.default: none → 1
--   change-default columns.y.default: 7 → none
--   change-statistics columns.y.statistics: none → 50

-- ==== up ====
-- batch, all or nothing

-- 1. forbid nulls in column x of table points (alter table:points)
--    ! blocks-reads, scans-table: reads all of table points for nulls in the column x, and rows that do not comply make it fail
ALTER TABLE public.points ALTER COLUMN x SET NOT NULL;

-- 2. change the default of column x of table points (alter table:points)
ALTER TABLE public.points ALTER COLUMN x SET DEFAULT 1;

-- 3. change the default of column y of table points (alter table:points)
ALTER TABLE public.points ALTER COLUMN y DROP DEFAULT;

-- 4. change the statistics target of column y of table points (alter table:points)
ALTER TABLE public.points ALTER COLUMN y SET STATISTICS 50;

-- 5. create index points_y (create index:points_y)
--    ! blocks-writes, builds-index: builds an index over table points; nobody writes to it meanwhile
CREATE INDEX points_y ON public.points USING btree (y);

-- 6. comment on table points (create postgres/comment:points.table)
COMMENT ON COLUMN public.points.x IS 'across';

-- 7. add check points_x_check to table points (create postgres/constraint:points.points_x_check)
--    ! blocks-reads, scans-table: reads all of table points for the check points_x_check, and rows that do not comply make it fail
ALTER TABLE public.points ADD CONSTRAINT points_x_check CHECK ((x > 0));

-- ==== down ====
-- batch, all or nothing

-- 1. drop index points_y (drop index:points_y)
--    ! slow, drops-index: drops index points_y: queries that used it read all of table points from then on
DROP INDEX public.points_y;

-- 2. comment on table points (drop postgres/comment:points.table)
COMMENT ON COLUMN public.points.x IS NULL;

-- 3. drop check points_x_check of table points (drop postgres/constraint:points.points_x_check)
--    ! correctness, ends-guarantee: drops the check points_x_check of table points: from then on rows come that break it, and no statement fails
ALTER TABLE public.points DROP CONSTRAINT points_x_check;

-- 4. change the default of column x of table points (alter table:points)
ALTER TABLE public.points ALTER COLUMN x DROP DEFAULT;

-- 5. allow nulls in column x of table points (alter table:points)
--    ! correctness, ends-guarantee: drops the NOT NULL of column x of table points: from then on rows come that break it, and no statement fails
ALTER TABLE public.points ALTER COLUMN x DROP NOT NULL;

-- 6. change the default of column y of table points (alter table:points)
ALTER TABLE public.points ALTER COLUMN y SET DEFAULT 7;

-- 7. change the statistics target of column y of table points (alter table:points)
ALTER TABLE public.points ALTER COLUMN y SET STATISTICS -1;
