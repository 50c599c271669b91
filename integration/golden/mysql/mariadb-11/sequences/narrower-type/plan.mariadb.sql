-- alter sequence:numbers
--   change-type type: bigint → tinyint unsigned
--   change-maximum maximum: 9223372036854775806 → 254

-- ==== up ====
-- batch

-- 1. alter sequence numbers (alter sequence:numbers)
ALTER SEQUENCE `numbers` START WITH 5 MINVALUE 1 MAXVALUE 254 INCREMENT BY 1 CACHE 1000 NOCYCLE;
CHECK TABLE `numbers`;
ALTER SEQUENCE `numbers` AS tinyint unsigned;

-- ==== down ====
-- batch

-- 1. alter sequence numbers (alter sequence:numbers)
CHECK TABLE `numbers`;
ALTER SEQUENCE `numbers` AS bigint;
ALTER SEQUENCE `numbers` START WITH 5 MINVALUE 1 MAXVALUE 9223372036854775806 INCREMENT BY 1 CACHE 1000 NOCYCLE;
