-- alter table:t
--   change-generated columns.b.generated: {"as":"(a * 2)","stored":true} → none
--   change-default columns.b.default: none → 5

-- ==== up ====
-- batch, all or nothing

-- 1. stop computing column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b DROP EXPRESSION;

-- 2. change the default of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT 5;

-- ==== down ====
-- batch, all or nothing

-- 1. drop index t_b (replace index:t_b)
DROP INDEX public.t_b;

-- 2. drop column b of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.b with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN b;

-- 3. add column b of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column b; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN b integer GENERATED ALWAYS AS ((a * 2)) STORED;

-- 4. create index t_b (replace index:t_b)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX t_b ON public.t USING btree (b);
