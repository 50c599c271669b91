-- drop sequence:z S
-- alter table:t
--   change-owns columns.id.owns: ["sequence:z S"] → none

-- ==== up ====
-- batch, all or nothing

-- 1. drop sequence z S (drop sequence:z S)
--    ! data-loss, drops-sequence: drops sequence z S, and with it how far it has counted: one in its place begins anew [irreversible]
DROP SEQUENCE public."z S";

-- The way down does not bring back:
--   drop sequence:z S: drops sequence z S, and with it how far it has counted: one in its place begins anew

-- ==== down ====
-- batch, all or nothing

-- 1. create sequence z S (create sequence:z S)
CREATE SEQUENCE public."z S" AS integer START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE;

-- 2. change the sequences that go with column id of table t (alter table:t)
ALTER SEQUENCE public."z S" OWNED BY public.t.id;
