-- alter sequence:numbers
--   change-type type: smallint → bigint unsigned
--   change-maximum maximum: 32766 → 18446744073709551000
-- create sequence:others

-- ==== up ====
-- batch

-- 1. alter sequence numbers (alter sequence:numbers)
CHECK TABLE `numbers`;
ALTER SEQUENCE `numbers` AS bigint unsigned;
ALTER SEQUENCE `numbers` START WITH 5 MINVALUE 1 MAXVALUE 18446744073709551000 INCREMENT BY 1 CACHE 1000 NOCYCLE;
-- batch

-- 2. create sequence others (create sequence:others)
CREATE SEQUENCE `others` AS mediumint START WITH 1 MINVALUE 1 MAXVALUE 8388606 INCREMENT BY 1 CACHE 1000 NOCYCLE;

-- ==== down ====
-- batch

-- 1. drop sequence others (drop sequence:others)
--    ! data-loss, drops-sequence: drops sequence others with the number that it has counted to [irreversible]
DROP SEQUENCE `others`;
-- batch

-- 2. alter sequence numbers (alter sequence:numbers)
ALTER SEQUENCE `numbers` START WITH 5 MINVALUE 1 MAXVALUE 32766 INCREMENT BY 1 CACHE 1000 NOCYCLE;
CHECK TABLE `numbers`;
ALTER SEQUENCE `numbers` AS smallint;
