-- replace postgres/constraint:child.child_t_id_fkey: it cannot stay while table:child is altered
-- alter table:child
--   change-type columns.t_id.type: integer → text
-- alter table:t
--   change-type columns.id.type: integer → text

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign key child_t_id_fkey of table child (replace postgres/constraint:child.child_t_id_fkey)
ALTER TABLE public.child DROP CONSTRAINT child_t_id_fkey;

-- 2. change the type of column t_id of table child (alter table:child)
--    ! blocks-reads, rewrites-table: writes table child again, because child.t_id becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.child ALTER COLUMN t_id TYPE text USING t_id::text;

-- 3. change the type of column id of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.id becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN id TYPE text USING id::text;

-- 4. add foreign key child_t_id_fkey to table child (replace postgres/constraint:child.child_t_id_fkey)
--    ! blocks-writes, scans-table: reads all of table child for the foreign key child_t_id_fkey, and rows that do not comply make it fail
ALTER TABLE public.child ADD CONSTRAINT child_t_id_fkey FOREIGN KEY (t_id) REFERENCES public.t(id) ON DELETE CASCADE;

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign key child_t_id_fkey of table child (replace postgres/constraint:child.child_t_id_fkey)
ALTER TABLE public.child DROP CONSTRAINT child_t_id_fkey;

-- 2. change the type of column t_id of table child (alter table:child)
--    ! data-loss, converts-values: changes child.t_id from text to integer, which reads stored values as integer: how they are written is not kept, and it fails where one is no integer [irreversible]
--    ! blocks-reads, rewrites-table: writes table child again, because child.t_id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.child ALTER COLUMN t_id TYPE integer USING t_id::integer;

-- 3. change the type of column id of table t (alter table:t)
--    ! data-loss, converts-values: changes t.id from text to integer, which reads stored values as integer: how they are written is not kept, and it fails where one is no integer [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;

-- 4. add foreign key child_t_id_fkey to table child (replace postgres/constraint:child.child_t_id_fkey)
--    ! blocks-writes, scans-table: reads all of table child for the foreign key child_t_id_fkey, and rows that do not comply make it fail
ALTER TABLE public.child ADD CONSTRAINT child_t_id_fkey FOREIGN KEY (t_id) REFERENCES public.t(id) ON DELETE CASCADE;
