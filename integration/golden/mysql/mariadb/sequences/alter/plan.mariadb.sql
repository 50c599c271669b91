-- alter sequence:numbers
--   change-maximum maximum: 9223372036854775806 → 1000
--   change-increment increment: 2 → 3
--   change-cache cache: 1000 → 0
--   change-cycle cycle: false → true

-- ==== up ====
-- batch

-- 1. alter sequence numbers (alter sequence:numbers)
ALTER SEQUENCE `numbers` START WITH 5 MINVALUE 1 MAXVALUE 1000 INCREMENT BY 3 CACHE 0 CYCLE;

-- ==== down ====
-- batch

-- 1. alter sequence numbers (alter sequence:numbers)
ALTER SEQUENCE `numbers` START WITH 5 MINVALUE 1 MAXVALUE 9223372036854775806 INCREMENT BY 2 CACHE 1000 NOCYCLE;
