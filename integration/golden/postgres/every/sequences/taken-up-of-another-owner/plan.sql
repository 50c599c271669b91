-- alter table:Theirs
--   change-owns columns.id.owns: none → ["sequence:z"]
-- alter table:t
--   change-default columns.id.default: none → nextval('public.s'::regclass)
--   change-owns columns.id.owns: none → ["sequence:s"]

-- ==== up ====
-- batch, all or nothing

-- 1. change the sequences that go with column id of table Theirs (alter table:Theirs)
--    ! access, changes-owner: gives sequence z to pg_monitor, who may do anything with it from then on; who had it may not
DO 'BEGIN EXECUTE ''ALTER SEQUENCE public.z OWNER TO '' || pg_catalog.quote_ident((SELECT pg_catalog.pg_get_userbyid(relowner) FROM pg_catalog.pg_class WHERE oid = ''public."Theirs"''::pg_catalog.regclass)); END';
ALTER SEQUENCE public.z OWNED BY public."Theirs".id;

-- 2. change the default of column id of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT nextval('public.s'::regclass);

-- 3. change the sequences that go with column id of table t (alter table:t)
--    ! access, changes-owner: gives sequence s to the owner of table t, who may do anything with it from then on; who had it may not
DO 'BEGIN EXECUTE ''ALTER SEQUENCE public.s OWNER TO '' || pg_catalog.quote_ident((SELECT pg_catalog.pg_get_userbyid(relowner) FROM pg_catalog.pg_class WHERE oid = ''public.t''::pg_catalog.regclass)); END';
ALTER SEQUENCE public.s OWNED BY public.t.id;

-- ==== down ====
-- batch, all or nothing

-- 1. change the sequences that go with column id of table Theirs (alter table:Theirs)
--    ! access, changes-owner: gives sequence z to who runs the plan, who may do anything with it from then on; who had it may not
ALTER SEQUENCE public.z OWNED BY NONE;
ALTER SEQUENCE public.z OWNER TO CURRENT_USER;

-- 2. change the default of column id of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;

-- 3. change the sequences that go with column id of table t (alter table:t)
--    ! access, changes-owner: gives sequence s to pg_monitor, who may do anything with it from then on; who had it may not
ALTER SEQUENCE public.s OWNED BY NONE;
ALTER SEQUENCE public.s OWNER TO pg_monitor;
