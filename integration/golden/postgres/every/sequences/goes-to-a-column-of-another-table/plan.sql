-- alter table:a
--   change-owns columns.id.owns: ["sequence:s"] → none
-- alter table:b
--   change-owns columns.id.owns: ["sequence:t"] → ["sequence:s"]
--   change-owns columns.other.owns: none → ["sequence:t"]

-- ==== up ====
-- batch, all or nothing

-- 1. change the sequences that go with column id of table b (alter table:b)
--    ! access, changes-owner: gives sequence s to pg_monitor, who may do anything with it from then on; who had it may not
ALTER SEQUENCE public.s OWNED BY NONE;
DO 'BEGIN EXECUTE ''ALTER SEQUENCE public.s OWNER TO '' || pg_catalog.quote_ident((SELECT pg_catalog.pg_get_userbyid(relowner) FROM pg_catalog.pg_class WHERE oid = ''public.b''::pg_catalog.regclass)); END';
ALTER SEQUENCE public.s OWNED BY public.b.id;

-- 2. change the sequences that go with column other of table b (alter table:b)
ALTER SEQUENCE public.t OWNED BY public.b.other;

-- ==== down ====
-- batch, all or nothing

-- 1. change the sequences that go with column id of table a (alter table:a)
--    ! access, changes-owner: gives sequence s to the owner of table a, who may do anything with it from then on; who had it may not
ALTER SEQUENCE public.s OWNED BY NONE;
DO 'BEGIN EXECUTE ''ALTER SEQUENCE public.s OWNER TO '' || pg_catalog.quote_ident((SELECT pg_catalog.pg_get_userbyid(relowner) FROM pg_catalog.pg_class WHERE oid = ''public.a''::pg_catalog.regclass)); END';
ALTER SEQUENCE public.s OWNED BY public.a.id;

-- 2. change the sequences that go with column id of table b (alter table:b)
ALTER SEQUENCE public.t OWNED BY public.b.id;
