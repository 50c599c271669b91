-- create index:b_w_idx
-- drop index:b_x_y_idx
-- alter table:a
--   rename-column columns.w: x → w
--   drop-column columns.y: y integer
--   change-type columns.w.type: integer → bigint

-- ==== up ====
-- batch, all or nothing

-- 1. drop index b_x_y_idx (drop index:b_x_y_idx)
--    ! slow, drops-index: drops index b_x_y_idx: queries that used it read all of table b from then on
DROP INDEX public.b_x_y_idx;

-- 2. rename column x to w of table a (alter table:a)
--    ! correctness, breaks-clients: renames column a.x to w: statements that still say a.x fail from then on
ALTER TABLE public.a RENAME COLUMN x TO w;

-- 3. drop column y of table a (alter table:a)
--    ! data-loss, drops-column: drops column a.y with all of its values [irreversible]
ALTER TABLE public.a DROP COLUMN y;

-- 4. change the type of column w of table a (alter table:a)
--    ! blocks-reads, rewrites-table: writes table a again, because a.w becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.a ALTER COLUMN w TYPE bigint USING w::bigint;

-- 5. create index b_w_idx (create index:b_w_idx)
--    ! blocks-writes, builds-index: builds an index over table b; nobody writes to it meanwhile
CREATE INDEX b_w_idx ON public.b USING btree (w);

-- The way down does not bring back:
--   alter table:a: drops column a.y with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop index b_w_idx (drop index:b_w_idx)
--    ! slow, drops-index: drops index b_w_idx: queries that used it read all of table b from then on
DROP INDEX public.b_w_idx;

-- 2. rename column w to x of table a (alter table:a)
--    ! correctness, breaks-clients: renames column a.w to x: statements that still say a.w fail from then on
ALTER TABLE public.a RENAME COLUMN w TO x;

-- 3. change the type of column x of table a (alter table:a)
--    ! blocks-reads, scans-table: reads all of table a for values of x that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table a again, because a.x becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.a ALTER COLUMN x TYPE integer USING x::integer;

-- 4. add column y of table a (alter table:a)
ALTER TABLE public.a ADD COLUMN y integer;

-- 5. create index b_x_y_idx (create index:b_x_y_idx)
--    ! blocks-writes, builds-index: builds an index over table b; nobody writes to it meanwhile
CREATE INDEX b_x_y_idx ON public.b USING btree (x, y);
