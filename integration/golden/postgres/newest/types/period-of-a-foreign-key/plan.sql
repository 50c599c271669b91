-- replace postgres/comment:u.u_t_during_fkey.postgres/constraint: it cannot stay while postgres/constraint:u.u_t_during_fkey is replaced
-- replace postgres/constraint:u.u_t_during_fkey: it cannot stay while table:t is altered
-- alter table:t
--   change-type columns.id.type: integer → bigint
-- alter table:u
--   change-type columns.t.type: integer → bigint

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign key u_t_during_fkey of table u (replace postgres/constraint:u.u_t_during_fkey)
ALTER TABLE public.u DROP CONSTRAINT u_t_during_fkey;

-- 2. change the type of column id of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.id becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN id TYPE bigint USING id::bigint;

-- 3. change the type of column t of table u (alter table:u)
--    ! blocks-reads, rewrites-table: writes table u again, because u.t becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.u ALTER COLUMN t TYPE bigint USING t::bigint;

-- 4. add foreign key u_t_during_fkey to table u (replace postgres/constraint:u.u_t_during_fkey)
--    ! blocks-writes, scans-table: reads all of table u for the foreign key u_t_during_fkey, and rows that do not comply make it fail
ALTER TABLE public.u ADD CONSTRAINT u_t_during_fkey FOREIGN KEY (t, PERIOD during) REFERENCES public.t(id, PERIOD during);

-- 5. comment on constraint u.u_t_during_fkey (replace postgres/comment:u.u_t_during_fkey.postgres/constraint)
COMMENT ON CONSTRAINT u_t_during_fkey ON public.u IS 'kept';

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign key u_t_during_fkey of table u (replace postgres/constraint:u.u_t_during_fkey)
ALTER TABLE public.u DROP CONSTRAINT u_t_during_fkey;

-- 2. change the type of column id of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of id that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;

-- 3. change the type of column t of table u (alter table:u)
--    ! blocks-reads, scans-table: reads all of table u for values of t that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table u again, because u.t becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.u ALTER COLUMN t TYPE integer USING t::integer;

-- 4. add foreign key u_t_during_fkey to table u (replace postgres/constraint:u.u_t_during_fkey)
--    ! blocks-writes, scans-table: reads all of table u for the foreign key u_t_during_fkey, and rows that do not comply make it fail
ALTER TABLE public.u ADD CONSTRAINT u_t_during_fkey FOREIGN KEY (t, PERIOD during) REFERENCES public.t(id, PERIOD during);

-- 5. comment on constraint u.u_t_during_fkey (replace postgres/comment:u.u_t_during_fkey.postgres/constraint)
COMMENT ON CONSTRAINT u_t_during_fkey ON public.u IS 'kept';
