-- alter postgres/access:public.schema
--   change-grants grants: ["USAGE to public"] → ["CREATE to public","USAGE to public"]

-- ==== up ====
-- batch, all or nothing

-- 1. set who may use schema public (alter postgres/access:public.schema)
--    ! access, changes-privileges: changes who may do what with schema public
GRANT CREATE ON SCHEMA public TO PUBLIC;

-- ==== down ====
-- batch, all or nothing

-- 1. set who may use schema public (alter postgres/access:public.schema)
--    ! access, changes-privileges: changes who may do what with schema public
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
