-- drop sequence:t_id_seq
-- rename table:u from table:t
-- alter table:u
--   drop-column columns.id: id integer DEFAULT nextval('public.t_id_seq'::regclass) NOT NULL

-- ==== up ====
-- batch, all or nothing

-- 1. rename table t to u (rename table:u)
--    ! correctness, breaks-clients: renames table t to u: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO u;

-- 2. drop column id of table u (alter table:u)
--    ! data-loss, drops-column: drops column u.id with all of its values [irreversible]
ALTER TABLE public.u DROP COLUMN id;

-- The way down does not bring back:
--   alter table:u: drops column u.id with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. rename table u to t (rename table:t)
--    ! correctness, breaks-clients: renames table u to t: statements that still say u fail from then on
ALTER TABLE public.u RENAME TO t;

-- 2. create sequence t_id_seq (create sequence:t_id_seq)
CREATE SEQUENCE public.t_id_seq AS integer START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE;

-- 3. add column id of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column id; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN id integer DEFAULT nextval('public.t_id_seq'::regclass) NOT NULL;
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;
