-- replace index:t_id_a_idx: it cannot stay while table:t is altered
-- replace postgres/constraint:child.child_a_fkey: it cannot stay while table:child is altered
-- replace postgres/constraint:t.t_a_key: it cannot stay while table:t is altered
-- alter table:child
--   drop-column columns.a: a integer
--   add-column columns.a: a uuid
-- alter table:t
--   drop-column columns.a: a integer
--   add-column columns.a: a uuid

-- ==== up ====
-- batch, all or nothing

-- 1. drop index t_id_a_idx (replace index:t_id_a_idx)
DROP INDEX public.t_id_a_idx;

-- 2. drop foreign key child_a_fkey of table child (replace postgres/constraint:child.child_a_fkey)
ALTER TABLE public.child DROP CONSTRAINT child_a_fkey;

-- 3. drop unique t_a_key of table t (replace postgres/constraint:t.t_a_key)
ALTER TABLE public.t DROP CONSTRAINT t_a_key;

-- 4. drop column a of table child (alter table:child)
--    ! data-loss, drops-column: drops column child.a with all of its values and adds it as uuid: PostgreSQL knows no conversion from integer [irreversible]
ALTER TABLE public.child DROP COLUMN a;

-- 5. add column a of table child (alter table:child)
ALTER TABLE public.child ADD COLUMN a uuid;

-- 6. drop column a of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.a with all of its values and adds it as uuid: PostgreSQL knows no conversion from integer [irreversible]
ALTER TABLE public.t DROP COLUMN a;

-- 7. add column a of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN a uuid;

-- 8. create index t_id_a_idx (replace index:t_id_a_idx)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX t_id_a_idx ON public.t USING btree (id, a);

-- 9. add unique t_a_key to table t (replace postgres/constraint:t.t_a_key)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT t_a_key UNIQUE (a);

-- 10. add foreign key child_a_fkey to table child (replace postgres/constraint:child.child_a_fkey)
--    ! blocks-writes, scans-table: reads all of table child for the foreign key child_a_fkey, and rows that do not comply make it fail
ALTER TABLE public.child ADD CONSTRAINT child_a_fkey FOREIGN KEY (a) REFERENCES public.t(a);

-- The way down does not bring back:
--   alter table:child: drops column child.a with all of its values and adds it as uuid: PostgreSQL knows no conversion from integer
--   alter table:t: drops column t.a with all of its values and adds it as uuid: PostgreSQL knows no conversion from integer

-- ==== down ====
-- batch, all or nothing

-- 1. drop index t_id_a_idx (replace index:t_id_a_idx)
DROP INDEX public.t_id_a_idx;

-- 2. drop foreign key child_a_fkey of table child (replace postgres/constraint:child.child_a_fkey)
ALTER TABLE public.child DROP CONSTRAINT child_a_fkey;

-- 3. drop unique t_a_key of table t (replace postgres/constraint:t.t_a_key)
ALTER TABLE public.t DROP CONSTRAINT t_a_key;

-- 4. drop column a of table child (alter table:child)
--    ! data-loss, drops-column: drops column child.a with all of its values and adds it as integer: PostgreSQL knows no conversion from uuid [irreversible]
ALTER TABLE public.child DROP COLUMN a;

-- 5. add column a of table child (alter table:child)
ALTER TABLE public.child ADD COLUMN a integer;

-- 6. drop column a of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.a with all of its values and adds it as integer: PostgreSQL knows no conversion from uuid [irreversible]
ALTER TABLE public.t DROP COLUMN a;

-- 7. add column a of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN a integer;

-- 8. create index t_id_a_idx (replace index:t_id_a_idx)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX t_id_a_idx ON public.t USING btree (id, a);

-- 9. add unique t_a_key to table t (replace postgres/constraint:t.t_a_key)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT t_a_key UNIQUE (a);

-- 10. add foreign key child_a_fkey to table child (replace postgres/constraint:child.child_a_fkey)
--    ! blocks-writes, scans-table: reads all of table child for the foreign key child_a_fkey, and rows that do not comply make it fail
ALTER TABLE public.child ADD CONSTRAINT child_a_fkey FOREIGN KEY (a) REFERENCES public.t(a);
