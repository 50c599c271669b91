-- replace index:t_a: an index cannot be altered
-- replace postgres/constraint:t.t_a_check: a constraint cannot be altered
-- alter table:t
--   change-type columns.a.type: integer → text
--   change-default columns.a.default: 0 → 'none'::text

-- ==== up ====
-- batch, all or nothing

-- 1. drop index t_a (replace index:t_a)
DROP INDEX public.t_a;

-- 2. drop check t_a_check of table t (replace postgres/constraint:t.t_a_check)
ALTER TABLE public.t DROP CONSTRAINT t_a_check;

-- 3. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE text USING a::text;

-- 4. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'none'::text;

-- 5. create index t_a (replace index:t_a)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX t_a ON public.t USING btree (a text_pattern_ops) WHERE (a > '2'::text);

-- 6. add check t_a_check to table t (replace postgres/constraint:t.t_a_check)
--    ! blocks-reads, scans-table: reads all of table t for the check t_a_check, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((a <> ''::text));

-- ==== down ====
-- batch, all or nothing

-- 1. drop index t_a (replace index:t_a)
DROP INDEX public.t_a;

-- 2. drop check t_a_check of table t (replace postgres/constraint:t.t_a_check)
ALTER TABLE public.t DROP CONSTRAINT t_a_check;

-- 3. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from text to integer, which reads stored values as integer: how they are written is not kept, and it fails where one is no integer [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 4. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 0;

-- 5. create index t_a (replace index:t_a)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX t_a ON public.t USING btree (a) WHERE (a > 2);

-- 6. add check t_a_check to table t (replace postgres/constraint:t.t_a_check)
--    ! blocks-reads, scans-table: reads all of table t for the check t_a_check, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((a >= 0));
