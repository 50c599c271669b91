-- drop sequence:gone
-- create sequence:new
-- alter sequence:s 1
--   change-unlogged unlogged: true → false
-- alter sequence:s2
--   change-increment increment: 1 → 2
--   change-unlogged unlogged: false → true
-- alter sequence:t_a_seq
--   change-unlogged unlogged: true → false
-- alter sequence:u_a_seq
--   change-unlogged unlogged: false → true
-- alter table:t
--   change-unlogged unlogged: true → false
-- alter table:u
--   change-unlogged unlogged: false → true

-- ==== up ====
-- batch, all or nothing

-- 1. drop sequence gone (drop sequence:gone)
--    ! data-loss, drops-sequence: drops sequence gone, and with it how far it has counted: one in its place begins anew [irreversible]
DROP SEQUENCE public.gone;

-- 2. create sequence new (create sequence:new)
CREATE UNLOGGED SEQUENCE public.new AS bigint START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE;

-- 3. alter sequence s 1 (alter sequence:s 1)
ALTER SEQUENCE public."s 1" SET LOGGED;

-- 4. alter sequence s2 (alter sequence:s2)
ALTER SEQUENCE public.s2 AS bigint START WITH 1 INCREMENT BY 2 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE;
ALTER SEQUENCE public.s2 SET UNLOGGED;

-- 5. alter sequence t_a_seq (alter sequence:t_a_seq)
ALTER SEQUENCE public.t_a_seq SET LOGGED;

-- 6. alter sequence u_a_seq (alter sequence:u_a_seq)
ALTER SEQUENCE public.u_a_seq SET UNLOGGED;

-- 7. change the persistence of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because it is logged in another way; nobody reads or writes it meanwhile
ALTER TABLE public.t SET LOGGED;

-- 8. change the persistence of table u (alter table:u)
--    ! blocks-reads, rewrites-table: writes table u again, because it is logged in another way; nobody reads or writes it meanwhile
ALTER TABLE public.u SET UNLOGGED;

-- The way down does not bring back:
--   drop sequence:gone: drops sequence gone, and with it how far it has counted: one in its place begins anew

-- ==== down ====
-- batch, all or nothing

-- 1. drop sequence new (drop sequence:new)
--    ! data-loss, drops-sequence: drops sequence new, and with it how far it has counted: one in its place begins anew [irreversible]
DROP SEQUENCE public.new;

-- 2. create sequence gone (create sequence:gone)
CREATE UNLOGGED SEQUENCE public.gone AS bigint START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE;

-- 3. alter sequence s 1 (alter sequence:s 1)
ALTER SEQUENCE public."s 1" SET UNLOGGED;

-- 4. alter sequence s2 (alter sequence:s2)
ALTER SEQUENCE public.s2 AS bigint START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE;
ALTER SEQUENCE public.s2 SET LOGGED;

-- 5. alter sequence t_a_seq (alter sequence:t_a_seq)
ALTER SEQUENCE public.t_a_seq SET UNLOGGED;

-- 6. alter sequence u_a_seq (alter sequence:u_a_seq)
ALTER SEQUENCE public.u_a_seq SET LOGGED;

-- 7. change the persistence of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because it is logged in another way; nobody reads or writes it meanwhile
ALTER TABLE public.t SET UNLOGGED;

-- 8. change the persistence of table u (alter table:u)
--    ! blocks-reads, rewrites-table: writes table u again, because it is logged in another way; nobody reads or writes it meanwhile
ALTER TABLE public.u SET LOGGED;
