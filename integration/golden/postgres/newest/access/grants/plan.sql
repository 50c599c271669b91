-- create postgres/access:app.T t.table
-- create postgres/access:app.schema
-- create postgres/access:f(integer, text).postgres/function
-- create postgres/access:m.postgres/materialized-view
-- create postgres/access:mood.postgres/enum
-- create postgres/access:p().postgres/procedure
-- create postgres/access:s.sequence
-- alter postgres/access:t.table
--   change-grants grants: ["UPDATE (a) to pg_monitor","UPDATE (b) to pg_monitor","INSERT to pg_monitor","SELECT to pg_monitor","SELECT to pg_read_all_stats with grant option"] → ["UPDATE (b) to pg_monitor","INSERT (id) to pg_monitor","DELETE to pg_monitor","SELECT to pg_monitor","SELECT to pg_read_all_stats"]
-- drop postgres/access:v.view

-- ==== up ====
-- batch, all or nothing

-- 1. set who may use view v (drop postgres/access:v.view)
--    ! access, changes-privileges: changes who may do what with view v
REVOKE SELECT ON TABLE public.v FROM PUBLIC;

-- 2. set who may use table app.T t (create postgres/access:app.T t.table)
--    ! access, changes-privileges: changes who may do what with table app.T t
GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE app."T t" TO pg_monitor WITH GRANT OPTION;

-- 3. set who may use schema app (create postgres/access:app.schema)
--    ! access, changes-privileges: changes who may do what with schema app
GRANT USAGE ON SCHEMA app TO pg_monitor;

-- 4. set who may use function f(integer, text) (create postgres/access:f(integer, text).postgres/function)
--    ! access, changes-privileges: changes who may do what with function f(integer, text)
REVOKE EXECUTE ON ROUTINE public.f(integer, text) FROM PUBLIC;
GRANT EXECUTE ON ROUTINE public.f(integer, text) TO pg_monitor;

-- 5. set who may use materialized view m (create postgres/access:m.postgres/materialized-view)
--    ! access, changes-privileges: changes who may do what with materialized view m
GRANT SELECT ON TABLE public.m TO pg_monitor;

-- 6. set who may use enum mood (create postgres/access:mood.postgres/enum)
--    ! access, changes-privileges: changes who may do what with enum mood
REVOKE USAGE ON TYPE public.mood FROM PUBLIC;
GRANT USAGE ON TYPE public.mood TO pg_monitor;

-- 7. set who may use procedure p() (create postgres/access:p().postgres/procedure)
--    ! access, changes-privileges: changes who may do what with procedure p()
GRANT EXECUTE ON ROUTINE public.p() TO pg_monitor;

-- 8. set who may use sequence s (create postgres/access:s.sequence)
--    ! access, changes-privileges: changes who may do what with sequence s
GRANT SELECT, USAGE ON SEQUENCE public.s TO pg_monitor;

-- 9. set who may use table t (alter postgres/access:t.table)
--    ! access, changes-privileges: changes who may do what with table t
REVOKE UPDATE (a), INSERT ON TABLE public.t FROM pg_monitor;
REVOKE GRANT OPTION FOR SELECT ON TABLE public.t FROM pg_read_all_stats;
GRANT INSERT (id), DELETE ON TABLE public.t TO pg_monitor;

-- ==== down ====
-- batch, all or nothing

-- 1. set who may use table app.T t (drop postgres/access:app.T t.table)
--    ! access, changes-privileges: changes who may do what with table app.T t
REVOKE DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE app."T t" FROM pg_monitor;

-- 2. set who may use schema app (drop postgres/access:app.schema)
--    ! access, changes-privileges: changes who may do what with schema app
REVOKE USAGE ON SCHEMA app FROM pg_monitor;

-- 3. set who may use function f(integer, text) (drop postgres/access:f(integer, text).postgres/function)
--    ! access, changes-privileges: changes who may do what with function f(integer, text)
REVOKE EXECUTE ON ROUTINE public.f(integer, text) FROM pg_monitor;
GRANT EXECUTE ON ROUTINE public.f(integer, text) TO PUBLIC;

-- 4. set who may use materialized view m (drop postgres/access:m.postgres/materialized-view)
--    ! access, changes-privileges: changes who may do what with materialized view m
REVOKE SELECT ON TABLE public.m FROM pg_monitor;

-- 5. set who may use enum mood (drop postgres/access:mood.postgres/enum)
--    ! access, changes-privileges: changes who may do what with enum mood
REVOKE USAGE ON TYPE public.mood FROM pg_monitor;
GRANT USAGE ON TYPE public.mood TO PUBLIC;

-- 6. set who may use procedure p() (drop postgres/access:p().postgres/procedure)
--    ! access, changes-privileges: changes who may do what with procedure p()
REVOKE EXECUTE ON ROUTINE public.p() FROM pg_monitor;

-- 7. set who may use sequence s (drop postgres/access:s.sequence)
--    ! access, changes-privileges: changes who may do what with sequence s
REVOKE SELECT, USAGE ON SEQUENCE public.s FROM pg_monitor;

-- 8. set who may use table t (alter postgres/access:t.table)
--    ! access, changes-privileges: changes who may do what with table t
REVOKE INSERT (id), DELETE ON TABLE public.t FROM pg_monitor;
GRANT UPDATE (a), INSERT ON TABLE public.t TO pg_monitor;
GRANT SELECT ON TABLE public.t TO pg_read_all_stats WITH GRANT OPTION;

-- 9. set who may use view v (create postgres/access:v.view)
--    ! access, changes-privileges: changes who may do what with view v
GRANT SELECT ON TABLE public.v TO PUBLIC;
