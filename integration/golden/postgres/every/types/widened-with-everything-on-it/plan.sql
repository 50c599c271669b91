-- alter table:child
--   change-type columns.a.type: integer → bigint
--   change-type columns.t_id.type: integer → bigint
-- alter table:t
--   drop-column columns.twice: twice integer GENERATED ALWAYS AS ((a * 2)) STORED
--   change-type columns.a.type: integer → bigint
--   change-type columns.id.type: integer → bigint
--   add-column columns.twice: twice bigint GENERATED ALWAYS AS ((a * 2)) STORED

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table child (alter table:child)
--    ! blocks-reads, rewrites-table: writes table child again, because child.a becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.child ALTER COLUMN a TYPE bigint USING a::bigint;

-- 2. change the type of column t_id of table child (alter table:child)
--    ! blocks-reads, rewrites-table: writes table child again, because child.t_id becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.child ALTER COLUMN t_id TYPE bigint USING t_id::bigint;

-- 3. drop column twice of table t (alter table:t)
ALTER TABLE public.t DROP COLUMN twice;

-- 4. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 3;

-- 5. change the type of column id of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.id becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN id TYPE bigint USING id::bigint;

-- 6. add column twice of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column twice; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN twice bigint GENERATED ALWAYS AS ((a * 2)) STORED;

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table child (alter table:child)
--    ! blocks-reads, scans-table: reads all of table child for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table child again, because child.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.child ALTER COLUMN a TYPE integer USING a::integer;

-- 2. change the type of column t_id of table child (alter table:child)
--    ! blocks-reads, scans-table: reads all of table child for values of t_id that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table child again, because child.t_id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.child ALTER COLUMN t_id TYPE integer USING t_id::integer;

-- 3. drop column twice of table t (alter table:t)
ALTER TABLE public.t DROP COLUMN twice;

-- 4. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 3;

-- 5. change the type of column id of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of id that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;

-- 6. add column twice of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column twice; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN twice integer GENERATED ALWAYS AS ((a * 2)) STORED;
