-- rename index:u_a_idx from index:t_a_idx
-- replace postgres/constraint:child.child_u_id_fkey: it cannot stay while table:child is altered
-- rename postgres/constraint:u.u_pkey from postgres/constraint:t.t_pkey
-- alter table:child
--   rename-column columns.u_id: t_id → u_id
--   change-type columns.u_id.type: integer → text
-- rename table:u from table:t
-- alter table:u
--   rename-column columns.key: id → key
--   change-type columns.a.type: integer → bigint
--   change-type columns.key.type: integer → text

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign key child_t_id_fkey of table child (replace postgres/constraint:child.child_u_id_fkey)
ALTER TABLE public.child DROP CONSTRAINT child_t_id_fkey;

-- 2. rename table t to u (rename table:u)
--    ! correctness, breaks-clients: renames table t to u: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO u;

-- 3. rename column t_id to u_id of table child (alter table:child)
--    ! correctness, breaks-clients: renames column child.t_id to u_id: statements that still say child.t_id fail from then on
ALTER TABLE public.child RENAME COLUMN t_id TO u_id;

-- 4. change the type of column u_id of table child (alter table:child)
--    ! blocks-reads, rewrites-table: writes table child again, because child.u_id becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.child ALTER COLUMN u_id TYPE text USING u_id::text;

-- 5. rename column id to key of table u (alter table:u)
--    ! correctness, breaks-clients: renames column u.id to key: statements that still say u.id fail from then on
ALTER TABLE public.u RENAME COLUMN id TO key;

-- 6. change the type of column a of table u (alter table:u)
--    ! blocks-reads, rewrites-table: writes table u again, because u.a becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.u ALTER COLUMN a TYPE bigint USING a::bigint;

-- 7. change the type of column key of table u (alter table:u)
--    ! blocks-reads, rewrites-table: writes table u again, because u.key becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.u ALTER COLUMN key TYPE text USING key::text;

-- 8. rename index t_a_idx to u_a_idx (rename index:u_a_idx)
ALTER INDEX public.t_a_idx RENAME TO u_a_idx;

-- 9. rename constraint t_pkey to u_pkey (rename postgres/constraint:u.u_pkey)
ALTER TABLE public.u RENAME CONSTRAINT t_pkey TO u_pkey;

-- 10. add foreign key child_u_id_fkey to table child (replace postgres/constraint:child.child_u_id_fkey)
--    ! blocks-writes, scans-table: reads all of table child for the foreign key child_u_id_fkey, and rows that do not comply make it fail
ALTER TABLE public.child ADD CONSTRAINT child_u_id_fkey FOREIGN KEY (u_id) REFERENCES public.u(key);

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign key child_u_id_fkey of table child (replace postgres/constraint:child.child_t_id_fkey)
ALTER TABLE public.child DROP CONSTRAINT child_u_id_fkey;

-- 2. rename table u to t (rename table:t)
--    ! correctness, breaks-clients: renames table u to t: statements that still say u fail from then on
ALTER TABLE public.u RENAME TO t;

-- 3. rename column u_id to t_id of table child (alter table:child)
--    ! correctness, breaks-clients: renames column child.u_id to t_id: statements that still say child.u_id fail from then on
ALTER TABLE public.child RENAME COLUMN u_id TO t_id;

-- 4. change the type of column t_id of table child (alter table:child)
--    ! data-loss, converts-values: changes child.t_id from text to integer, which reads stored values as integer: how they are written is not kept, and it fails where one is no integer [irreversible]
--    ! blocks-reads, rewrites-table: writes table child again, because child.t_id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.child ALTER COLUMN t_id TYPE integer USING t_id::integer;

-- 5. rename column key to id of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.key to id: statements that still say t.key fail from then on
ALTER TABLE public.t RENAME COLUMN key TO id;

-- 6. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 7. change the type of column id of table t (alter table:t)
--    ! data-loss, converts-values: changes t.id from text to integer, which reads stored values as integer: how they are written is not kept, and it fails where one is no integer [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;

-- 8. rename index u_a_idx to t_a_idx (rename index:t_a_idx)
ALTER INDEX public.u_a_idx RENAME TO t_a_idx;

-- 9. rename constraint u_pkey to t_pkey (rename postgres/constraint:t.t_pkey)
ALTER TABLE public.t RENAME CONSTRAINT u_pkey TO t_pkey;

-- 10. add foreign key child_t_id_fkey to table child (replace postgres/constraint:child.child_t_id_fkey)
--    ! blocks-writes, scans-table: reads all of table child for the foreign key child_t_id_fkey, and rows that do not comply make it fail
ALTER TABLE public.child ADD CONSTRAINT child_t_id_fkey FOREIGN KEY (t_id) REFERENCES public.t(id);
