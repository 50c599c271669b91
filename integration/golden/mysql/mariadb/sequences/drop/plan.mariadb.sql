-- drop sequence:numbers

-- ==== up ====
-- batch

-- 1. drop sequence numbers (drop sequence:numbers)
--    ! data-loss, drops-sequence: drops sequence numbers with the number that it has counted to [irreversible]
DROP SEQUENCE `numbers`;

-- The way down does not bring back:
--   drop sequence:numbers: drops sequence numbers with the number that it has counted to

-- ==== down ====
-- batch

-- 1. create sequence numbers (create sequence:numbers)
CREATE SEQUENCE `numbers` START WITH 5 MINVALUE 1 MAXVALUE 9223372036854775806 INCREMENT BY 2 CACHE 1000 NOCYCLE;
