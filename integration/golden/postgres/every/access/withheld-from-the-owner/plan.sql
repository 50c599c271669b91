-- create postgres/access:app.f().postgres/function
-- create postgres/access:app.mood.postgres/enum
-- create postgres/access:app.schema
-- create postgres/access:fresh.table
-- create postgres/access:s.sequence
-- alter postgres/access:t.table
--   change-grants grants: ["no UPDATE for the owner"] → ["no DELETE for the owner"]
-- drop postgres/access:u.table
-- create table:fresh

-- ==== up ====
-- batch, all or nothing

-- 1. set who may use table u (drop postgres/access:u.table)
--    ! access, changes-privileges: changes who may do what with table u
DO 'BEGIN EXECUTE ''GRANT INSERT, SELECT ON TABLE public.u TO '' || pg_catalog.quote_ident((SELECT pg_catalog.pg_get_userbyid(relowner) FROM pg_catalog.pg_class WHERE oid = ''public.u''::pg_catalog.regclass)); END';

-- 2. set who may use function app.f() (create postgres/access:app.f().postgres/function)
--    ! access, changes-privileges: changes who may do what with function app.f()
DO 'BEGIN EXECUTE ''REVOKE EXECUTE ON ROUTINE app.f() FROM '' || pg_catalog.quote_ident((SELECT pg_catalog.pg_get_userbyid(proowner) FROM pg_catalog.pg_proc WHERE oid = ''app.f()''::pg_catalog.regprocedure)); END';

-- 3. set who may use enum app.mood (create postgres/access:app.mood.postgres/enum)
--    ! access, changes-privileges: changes who may do what with enum app.mood
DO 'BEGIN EXECUTE ''REVOKE USAGE ON TYPE app.mood FROM '' || pg_catalog.quote_ident((SELECT pg_catalog.pg_get_userbyid(typowner) FROM pg_catalog.pg_type WHERE oid = ''app.mood''::pg_catalog.regtype)); END';

-- 4. set who may use schema app (create postgres/access:app.schema)
--    ! access, changes-privileges: changes who may do what with schema app
DO 'BEGIN EXECUTE ''REVOKE CREATE ON SCHEMA app FROM '' || pg_catalog.quote_ident((SELECT pg_catalog.pg_get_userbyid(nspowner) FROM pg_catalog.pg_namespace WHERE oid = ''app''::pg_catalog.regnamespace)); END';

-- 5. set who may use sequence s (create postgres/access:s.sequence)
--    ! access, changes-privileges: changes who may do what with sequence s
DO 'BEGIN EXECUTE ''REVOKE USAGE ON SEQUENCE public.s FROM '' || pg_catalog.quote_ident((SELECT pg_catalog.pg_get_userbyid(relowner) FROM pg_catalog.pg_class WHERE oid = ''public.s''::pg_catalog.regclass)); END';

-- 6. set who may use table t (alter postgres/access:t.table)
--    ! access, changes-privileges: changes who may do what with table t
DO 'BEGIN EXECUTE ''REVOKE DELETE ON TABLE public.t FROM '' || pg_catalog.quote_ident((SELECT pg_catalog.pg_get_userbyid(relowner) FROM pg_catalog.pg_class WHERE oid = ''public.t''::pg_catalog.regclass)); END';
DO 'BEGIN EXECUTE ''GRANT UPDATE ON TABLE public.t TO '' || pg_catalog.quote_ident((SELECT pg_catalog.pg_get_userbyid(relowner) FROM pg_catalog.pg_class WHERE oid = ''public.t''::pg_catalog.regclass)); END';

-- 7. create table fresh (create table:fresh)
CREATE TABLE public.fresh (
  id integer
);

-- 8. set who may use table fresh (create postgres/access:fresh.table)
REVOKE DELETE ON TABLE public.fresh FROM CURRENT_USER;
GRANT SELECT ON TABLE public.fresh TO pg_monitor;

-- ==== down ====
-- batch, all or nothing

-- 1. set who may use function app.f() (drop postgres/access:app.f().postgres/function)
--    ! access, changes-privileges: changes who may do what with function app.f()
DO 'BEGIN EXECUTE ''GRANT EXECUTE ON ROUTINE app.f() TO '' || pg_catalog.quote_ident((SELECT pg_catalog.pg_get_userbyid(proowner) FROM pg_catalog.pg_proc WHERE oid = ''app.f()''::pg_catalog.regprocedure)); END';

-- 2. set who may use enum app.mood (drop postgres/access:app.mood.postgres/enum)
--    ! access, changes-privileges: changes who may do what with enum app.mood
DO 'BEGIN EXECUTE ''GRANT USAGE ON TYPE app.mood TO '' || pg_catalog.quote_ident((SELECT pg_catalog.pg_get_userbyid(typowner) FROM pg_catalog.pg_type WHERE oid = ''app.mood''::pg_catalog.regtype)); END';

-- 3. set who may use schema app (drop postgres/access:app.schema)
--    ! access, changes-privileges: changes who may do what with schema app
DO 'BEGIN EXECUTE ''GRANT CREATE ON SCHEMA app TO '' || pg_catalog.quote_ident((SELECT pg_catalog.pg_get_userbyid(nspowner) FROM pg_catalog.pg_namespace WHERE oid = ''app''::pg_catalog.regnamespace)); END';

-- 4. set who may use sequence s (drop postgres/access:s.sequence)
--    ! access, changes-privileges: changes who may do what with sequence s
DO 'BEGIN EXECUTE ''GRANT USAGE ON SEQUENCE public.s TO '' || pg_catalog.quote_ident((SELECT pg_catalog.pg_get_userbyid(relowner) FROM pg_catalog.pg_class WHERE oid = ''public.s''::pg_catalog.regclass)); END';

-- 5. drop table fresh (drop table:fresh)
--    ! data-loss, drops-table: drops table fresh with all of its rows [irreversible]
DROP TABLE public.fresh;

-- 6. set who may use table t (alter postgres/access:t.table)
--    ! access, changes-privileges: changes who may do what with table t
DO 'BEGIN EXECUTE ''REVOKE UPDATE ON TABLE public.t FROM '' || pg_catalog.quote_ident((SELECT pg_catalog.pg_get_userbyid(relowner) FROM pg_catalog.pg_class WHERE oid = ''public.t''::pg_catalog.regclass)); END';
DO 'BEGIN EXECUTE ''GRANT DELETE ON TABLE public.t TO '' || pg_catalog.quote_ident((SELECT pg_catalog.pg_get_userbyid(relowner) FROM pg_catalog.pg_class WHERE oid = ''public.t''::pg_catalog.regclass)); END';

-- 7. set who may use table u (create postgres/access:u.table)
--    ! access, changes-privileges: changes who may do what with table u
DO 'BEGIN EXECUTE ''REVOKE INSERT, SELECT ON TABLE public.u FROM '' || pg_catalog.quote_ident((SELECT pg_catalog.pg_get_userbyid(relowner) FROM pg_catalog.pg_class WHERE oid = ''public.u''::pg_catalog.regclass)); END';
