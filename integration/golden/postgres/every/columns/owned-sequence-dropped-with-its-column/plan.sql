-- drop sequence:t_id_seq
-- alter table:t
--   drop-column columns.id: id integer DEFAULT nextval('public.t_id_seq'::regclass) NOT NULL

-- ==== up ====
-- batch, all or nothing

-- 1. drop column id of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.id with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN id;

-- The way down does not bring back:
--   alter table:t: drops column t.id with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. create sequence t_id_seq (create sequence:t_id_seq)
CREATE SEQUENCE public.t_id_seq AS integer START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE;

-- 2. add column id of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column id; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN id integer DEFAULT nextval('public.t_id_seq'::regclass) NOT NULL;
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;
